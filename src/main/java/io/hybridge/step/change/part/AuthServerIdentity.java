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
 * @param guid of the object, or empty text where nobody knows it: Exchange did not show
 * it, or showed only zeros
 * @param created when it was made, or empty
 */
public record AuthServerIdentity(String guid, Optional<Instant> created) {

	private static final String ZEROS = "00000000-0000-0000-0000-000000000000";

	public AuthServerIdentity {
		guid = (guid == null || guid.equals(ZEROS)) ? "" : guid;
	}

	/** As it was seen, with nothing but its GUID. */
	public static AuthServerIdentity of(String guid) {
		return new AuthServerIdentity(guid, Optional.empty());
	}

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
			.filter(this::isRefutedBy)
			.isPresent();
	}

	/** Whether an auth server of that name is known to be another object. */
	public boolean isRefutedBy(AuthServer found) {
		AuthServerIdentity other = new AuthServerIdentity(found.guid(), found.created());
		if (!this.guid.isEmpty() && !other.guid.isEmpty()) {
			return !this.guid.equalsIgnoreCase(other.guid);
		}
		return this.created.isPresent() && other.created.isPresent() && !this.created.equals(other.created);
	}

}
