package io.hybridge.lab.desk;

import java.net.URI;
import java.time.Clock;

import io.hybridge.lab.LabSettings;
import io.hybridge.lab.LabTable;
import io.hybridge.lab.LabWorld;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs the lab inside the console. It has a clock of its own, like the real world. */
@Component
@ConditionalOnBooleanProperty(name = "hybridge.lab.enabled", matchIfMissing = true)
class LabInside implements SmartLifecycle {

	private final LabSettings settings;

	private volatile LabWorld world;

	LabInside(LabSettings settings) {
		this.settings = settings;
	}

	URI control() {
		return this.world.controlAddress();
	}

	@Override
	public void start() {
		this.world = LabWorld.open(this.settings, Clock.systemUTC());
	}

	@Override
	public void stop() {
		this.world.close();
		this.world = null;
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
