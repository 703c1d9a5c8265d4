package io.hybridge.microsoft365;

import java.net.URI;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.organization.Environment;

/** Microsoft's global cloud, to which every real organization belongs for now. */
@Component
class GlobalCloud implements CloudSource {

	private final Cloud cloud;

	GlobalCloud(Microsoft365Settings settings) {
		this.cloud = new Cloud("global", URI.create("https://login.microsoftonline.com"),
				URI.create("https://graph.microsoft.com"), URI.create("https://accounts.accesscontrol.windows.net"),
				URI.create("https://outlook.office365.com/PushNotifications"), settings.clientId(), true, null);
	}

	@Override
	public Optional<Cloud> find(Environment environment) {
		return (environment == Environment.LIVE) ? Optional.of(this.cloud) : Optional.empty();
	}

}
