package io.hybridge.lab.console;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.lab.world.LabView;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.CloudSource;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.organization.Environment;

/**
 * The lab stands in for any cloud. Auth server and push proxy keep Microsoft's real
 * addresses, because they are values of the organization; in the lab's world they lead to
 * its tenant.
 */
@Component
class LabCloud implements CloudSource {

	private static final Duration FRESH = Duration.ofSeconds(30);

	private final LabControl control;

	private final Clock clock;

	private volatile Known known = new Known(Instant.MIN, null);

	LabCloud(LabControl control, Clock clock) {
		this.control = control;
		this.clock = clock;
	}

	@Override
	public Optional<Cloud> find(Environment environment, KnownCloud cloud) {
		if (environment != Environment.LAB || !this.control.present()) {
			return Optional.empty();
		}
		Known now = this.known;
		if (now.access() == null || now.until().isBefore(this.clock.instant())) {
			now = new Known(this.clock.instant().plus(FRESH), ask());
			this.known = now;
		}
		return Optional.ofNullable(now.access())
			.map((access) -> new Cloud(cloud, access.microsoft365(), URI.create(access.signInPage()),
					access.microsoft365(), access.clientId(), false, access.authorities()));
	}

	private LabView.Access ask() {
		try {
			return this.control.view().access();
		}
		catch (LabUnreachable ex) {
			return null;
		}
	}

	/**
	 * What was heard last.
	 *
	 * @param until how long it is believed
	 * @param access or null when the lab did not answer
	 */
	private record Known(Instant until, LabView.Access access) {
	}

}
