package io.hybridge.lab.desk;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import io.hybridge.lab.LabNotStarted;
import io.hybridge.lab.LabSettings;
import io.hybridge.lab.LabTable;
import io.hybridge.lab.LabWorld;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the lab inside the console. It has a clock of its own, like the real world, and
 * opens while the rest of the console is still starting.
 */
@Component
@ConditionalOnBooleanProperty(name = "hybridge.lab.enabled", matchIfMissing = true)
class LabInside implements SmartLifecycle, DisposableBean {

	private final LabSettings settings;

	private FutureTask<LabWorld> opening;

	private volatile LabWorld world;

	LabInside(LabSettings settings) {
		this.settings = settings;
		this.opening = new FutureTask<>(this::open);
		Thread.ofPlatform().daemon().name("lab-opening").start(this.opening);
	}

	URI control() {
		return this.world.controlAddress();
	}

	@Override
	public void start() {
		this.world = (this.opening != null) ? opened() : open();
	}

	@Override
	public void stop() {
		this.world.close();
		this.world = null;
	}

	/** Closes what was opened for a console that then did not start. */
	@Override
	public void destroy() {
		if (this.opening != null) {
			opened().close();
		}
	}

	private LabWorld open() {
		return LabWorld.open(this.settings, Clock.systemUTC());
	}

	private LabWorld opened() {
		try {
			return this.opening.get();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("Interrupted while the lab opened", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof LabNotStarted why) {
				throw why;
			}
			throw new IllegalStateException("The lab cannot start", ex.getCause());
		}
		finally {
			this.opening = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.world != null;
	}

	/** Before the web server, so that no page finds the lab missing. */
	@Override
	public int getPhase() {
		return 0;
	}

	@EventListener
	void print(ApplicationReadyEvent event) {
		System.out.println();
		System.out.println(LabTable.of(this.world.view()));
	}

}
