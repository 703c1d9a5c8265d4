package io.hybridge.security.passkey;

import java.net.URI;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import io.hybridge.security.address.ConsoleAddress;

/**
 * Where passkeys work: at the console’s own address, if that has a name. Browsers refuse
 * them at an IP address.
 */
@Component
class PasskeyPlace {

	private final ConsoleAddress address;

	PasskeyPlace(ConsoleAddress address) {
		this.address = address;
	}

	PasskeyOffer offer(String host, Supplier<String> order) {
		if (!named(URI.create(this.address.of("/")).getHost())) {
			return new PasskeyOffer(null, null);
		}
		return this.address.isOf(host) ? new PasskeyOffer(order.get(), null)
				: new PasskeyOffer(null, this.address.of("/"));
	}

	private static boolean named(String host) {
		return !host.matches("[0-9.]+|\\[.*]");
	}

}
