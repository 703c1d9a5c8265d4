package io.hybridge.security.address;

import java.net.URI;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where this console is reached, from configuration and never from a request's headers.
 */
@Component
public class ConsoleAddress {

	private final SecuritySettings settings;

	private final Environment environment;

	ConsoleAddress(SecuritySettings settings, Environment environment) {
		this.settings = settings;
		this.environment = environment;
	}

	public String of(String path) {
		return base() + path;
	}

	/**
	 * Whether a page was opened at this console's own address.
	 * @param host that the browser asked for
	 */
	public boolean isOf(String host) {
		return URI.create(base()).getHost().equalsIgnoreCase(host);
	}

	/**
	 * Whether a page was opened elsewhere, by somebody who can open its own address, too:
	 * one that nobody has entered is good on this machine only.
	 * @param host that the browser asked for
	 */
	boolean isElsewhere(String host) {
		return !isOf(host) && (this.settings.address() != null || host.matches("localhost|127\\..*|\\[?::1]?"));
	}

	private String base() {
		if (this.settings.address() != null) {
			return this.settings.address().toString().replaceAll("/+$", "");
		}
		String port = this.environment.getProperty("local.server.port",
				this.environment.getProperty("server.port", "8080"));
		return "http://localhost:" + port;
	}

}
