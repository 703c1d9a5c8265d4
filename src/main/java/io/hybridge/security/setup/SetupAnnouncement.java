package io.hybridge.security.setup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.hybridge.security.address.ConsoleAddress;

/**
 * Makes the set-up code before the first request, and tells it when the console is up.
 */
@Component
class SetupAnnouncement implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(SetupAnnouncement.class);

	private final FirstRun firstRun;

	private final SetupCode code;

	private final ConsoleAddress address;

	private volatile String made;

	SetupAnnouncement(FirstRun firstRun, SetupCode code, ConsoleAddress address) {
		this.firstRun = firstRun;
		this.code = code;
		this.address = address;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!this.firstRun.done()) {
			this.made = this.code.make();
		}
	}

	@EventListener(ApplicationReadyEvent.class)
	void tell() {
		if (this.made != null) {
			log.info("Setup code: {}  Open {} within 24 hours. The code is also in {}", this.made,
					this.address.of("/setup"), this.code.path());
			this.made = null;
		}
	}

}
