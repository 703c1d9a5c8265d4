package io.hybridge.lab.world;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

import io.hybridge.lab.LabNotStarted;
import io.hybridge.lab.LabSettings;

/** The lab alone in its own process: {@code java -jar hybridge.jar lab}. */
public final class LabProcess {

	private LabProcess() {
	}

	/**
	 * Runs the lab until the process ends.
	 * @param args settings, {@code --hybridge.lab.folder=...}
	 */
	public static void run(String... args) {
		try {
			LabWorld world = LabWorld.open(settings(args), Clock.systemUTC());
			Runtime.getRuntime().addShutdownHook(new Thread(world::close, "lab-end"));
			System.out.println(AccountTable.of(world.view()));
			System.out.println("Codes are entered at " + world.view().access().signInPage()
					+ ", the lab is controlled at " + world.controlAddress());
			System.out.flush();
			new CountDownLatch(1).await();
		}
		catch (LabNotStarted ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	static LabSettings settings(String... args) {
		StandardEnvironment environment = new StandardEnvironment();
		MutablePropertySources sources = environment.getPropertySources();
		sources.addFirst(new SimpleCommandLinePropertySource(args));
		ConfigurationPropertySources.attach(environment);
		LabSettings settings = Binder.get(environment).bindOrCreate("hybridge.lab", LabSettings.class);
		if (environment.containsProperty("hybridge.lab.folder") || System.getenv("HYBRIDGE_LAB_FOLDER") != null) {
			return settings;
		}
		Path folder = Path.of(environment.getProperty("hybridge.data", "./data"), "lab");
		return new LabSettings(settings.enabled(), folder, settings.control(), settings.ports(), settings.powershell(),
				settings.healthManagerWait());
	}

}
