package io.hybridge.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.HybridgeApplication;
import io.hybridge.run.execution.RunJob;

import static io.hybridge.support.Waiting.await;
import static java.util.Comparator.naturalOrder;

/** A console that nobody has set up yet, with the lab in it, on ports of its own. */
final class Console implements AutoCloseable {

	private final Path folder;

	private final ForwardClock clock = new ForwardClock();

	private final ConfigurableApplicationContext context;

	Console(Path folder) {
		this(folder, Map.of());
	}

	Console(Path folder, Map<String, String> settings) {
		this.folder = folder;
		Map<String, String> arguments = new LinkedHashMap<>();
		for (String name : new String[] { "control", "microsoft365", "sign-in", "ex1", "ex2", "cas1" }) {
			arguments.put("hybridge.lab.ports." + name, "0");
		}
		arguments.put("server.port", "0");
		arguments.put("hybridge.data", folder.resolve("data").toString());
		arguments.put("hybridge.lab.folder", folder.resolve("lab").toString());
		// The lab's own time does not go forward with the console's.
		arguments.put("hybridge.lab.health-manager-wait", "1ms");
		arguments.put("hybridge.enablement.lab-probe-wait", "4s");
		arguments.putAll(settings);
		SpringApplication application = new SpringApplication(HybridgeApplication.class);
		application.addInitializers((context) -> {
			context.getBeanFactory().registerSingleton("forwardClock", this.clock);
			context.getBeanFactory().registerSingleton("schedulerClock", (Clock) this.clock::instant);
		});
		this.context = application
			.run(arguments.entrySet().stream().map((entry) -> "--" + entry).toArray(String[]::new));
	}

	String address() {
		return "http://localhost:" + this.context.getEnvironment().getProperty("local.server.port");
	}

	String setupCode() {
		try {
			return Files.readString(this.folder.resolve("data/setup-code")).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Sets the clock forward to the end of every wait, until no run is left. */
	void finishRuns() {
		await().until(() -> {
			List<ScheduledExecution<Void>> runs = runs();
			if (runs.stream().noneMatch(ScheduledExecution::isPicked)) {
				runs.stream().map(ScheduledExecution::getExecutionTime).min(naturalOrder()).ifPresent(this::goOnTo);
			}
			return runs.isEmpty();
		});
	}

	void forward(Duration time) {
		this.clock.forward(time);
	}

	/** How many runs anybody has ever asked for. */
	int runsSoFar() {
		return this.context.getBean(JdbcClient.class)
			.sql("select count(*) from step_run")
			.query(Integer.class)
			.single();
	}

	private void goOnTo(Instant time) {
		Duration wait = Duration.between(this.clock.instant(), time);
		if (wait.isPositive()) {
			this.clock.forward(wait);
		}
	}

	private List<ScheduledExecution<Void>> runs() {
		return this.context.getBean(SchedulerClient.class)
			.getScheduledExecutionsForTask(RunJob.RUN.getTaskName(), Void.class, ScheduledExecutionsFilter.all());
	}

	@Override
	public void close() {
		this.context.close();
	}

}
