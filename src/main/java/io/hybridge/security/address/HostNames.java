package io.hybridge.security.address;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * The names under which this console answers; under any other a foreign page could read
 * it.
 */
@Component
class HostNames {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

	private final Set<String> names;

	HostNames(SecuritySettings settings) {
		Stream<String> own = Stream.ofNullable(settings.address()).map((address) -> address.getHost());
		this.names = Stream.of(LOOPBACK.stream(), own, settings.hosts().stream())
			.flatMap((names) -> names)
			.map(HostNames::written)
			.collect(Collectors.toSet());
	}

	boolean have(String host) {
		return host != null && this.names.contains(written(host));
	}

	private static String written(String host) {
		return host.toLowerCase(Locale.ROOT);
	}

}
