package io.hybridge.microsoft365;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.organization.Environment;

/** Microsoft's clouds at Microsoft's own addresses. */
@Component
class LiveClouds implements CloudSource {

	private final Microsoft365Settings settings;

	LiveClouds(Microsoft365Settings settings) {
		this.settings = settings;
	}

	@Override
	public Optional<Cloud> find(Environment environment, KnownCloud known) {
		return (environment == Environment.LIVE)
				? Optional.of(new Cloud(known, known.getSignIn(), known.getGraph(), clientId(known), true, null))
				: Optional.empty();
	}

	/** An application that is registered in one cloud is known to no other. */
	private String clientId(KnownCloud known) {
		return (known == KnownCloud.GLOBAL) ? this.settings.clientId() : "";
	}

}
