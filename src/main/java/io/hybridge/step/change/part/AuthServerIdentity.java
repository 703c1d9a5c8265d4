package io.hybridge.step.change.part;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.step.observation.Observation;

/**
 * Which object of the directory an auth server was when we changed it: names are given
 * again.
 *
 * @param guid of the object, or empty text where Exchange did not show it
 * @param created when it was made, or empty
 */
public record AuthServerIdentity(String guid, Optional<Instant> created) {

	/** As the answer to a change tells. */
	public static AuthServerIdentity of(List<Field> answer) {
		return new AuthServerIdentity(text(answer, "guid"), time(text(answer, "created")));
	}

	private static String text(List<Field> answer, String name) {
		return answer.stream()
			.filter((field) -> field.name().equals(name) && field.value() != null)
			.map(Field::value)
			.findFirst()
			.orElse("");
	}

	private static Optional<Instant> time(String text) {
		try {
			return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/** Whether the auth server of that name is known to be another object now. */
	public boolean isRefutedBy(Observation observation, String name) {
		return observation.exchange()
			.seen()
			.flatMap((exchange) -> exchange.authServer(name))
			.filter(this::isAnother)
			.isPresent();
	}

	private boolean isAnother(AuthServer found) {
		if (!this.guid.isEmpty() && !found.guid().isEmpty()) {
			return !this.guid.equalsIgnoreCase(found.guid());
		}
		return this.created.isPresent() && found.created().isPresent() && !this.created.equals(found.created());
	}

}
