package io.hybridge.lab.console;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.hybridge.lab.LabNotStarted;
import io.hybridge.lab.LabSettings;
import io.hybridge.lab.world.AccountTable;
import io.hybridge.lab.world.LabWorld;

/**
 * Runs the lab inside the console. It has a clock of its own, like the real world, and
 * opens beside the console: whoever asks for it waits until it is there.
 */
@Component
@ConditionalOnBooleanProperty(name = "hybridge.lab.enabled", matchIfMissing = true)
class EmbeddedLab implements SmartLifecycle {

	private final LabSettings settings;

	private volatile FutureTask<LabWorld> opening;

	EmbeddedLab(LabSettings settings) {
		this.settings = settings;
	}

	URI control() {
		return opened().controlAddress();
	}

	@Override
	public void start() {
		this.opening = new FutureTask<>(() -> LabWorld.open(this.settings, Clock.systemUTC()));
		Thread.ofPlatform().daemon().name("lab-opening").start(this.opening);
	}

	@Override
	public void stop() {
		try {
			opened().close();
		}
		catch (LabNotStarted ex) {
			// Said when the console was ready, and nothing is open.
		}
		finally {
			this.opening = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.opening != null;
	}

	/** After the web server: the first page needs no lab. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

	private LabWorld opened() {
		try {
			return this.opening.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the lab opened", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof LabNotStarted why) {
				throw why;
			}
			throw new IllegalStateException("The lab cannot start", ex.getCause());
		}
	}

	@EventListener
	void print(ApplicationReadyEvent event) {
		System.out.println();
		System.out.println(AccountTable.of(opened().view()));
	}

}
