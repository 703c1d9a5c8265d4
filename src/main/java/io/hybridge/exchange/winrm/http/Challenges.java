package io.hybridge.exchange.winrm.http;

import java.net.http.HttpHeaders;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hybridge.exchange.winrm.signin.Scheme;
import io.hybridge.exchange.winrm.signin.SignInFailure;

/**
 * How a server wants to be signed in to.
 *
 * @param values of its headers, each with one or more schemes
 */
public record Challenges(List<String> values) {

	public static Challenges in(HttpHeaders headers) {
		return new Challenges(headers.allValues("WWW-Authenticate"));
	}

	/** The names of the schemes, in lower case. */
	public Set<String> schemes() {
		return parts().map((part) -> part.split("\\s", 2)[0].toLowerCase(Locale.ROOT))
			.filter((scheme) -> scheme.matches("[a-z]+"))
			.collect(Collectors.toSet());
	}

	/** The token that came with a scheme, if one did. */
	Optional<byte[]> token(Scheme scheme) throws SignInFailure {
		Optional<String> token = parts().map((part) -> part.split("\\s+", 2))
			.filter((part) -> part.length == 2 && part[0].equalsIgnoreCase(scheme.header()))
			.map((part) -> part[1])
			.findFirst();
		try {
			return token.map(Base64.getDecoder()::decode);
		}
		catch (IllegalArgumentException ex) {
			throw new SignInFailure("exchange.sign-in-unreadable", words());
		}
	}

	public String words() {
		return "offered: " + String.join(", ", this.values);
	}

	private Stream<String> parts() {
		return this.values.stream().flatMap((value) -> Stream.of(value.split(","))).map(String::strip);
	}

}
