package io.hybridge.organization;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A domain name in its one canonical form, the lower-case A-label, so that equal domains
 * are equal values. In JSON it is that text.
 *
 * @param value for instance {@code fabrikam.com} or {@code xn--bcher-kva.example}
 */
public record DomainName(@JsonValue String value) {

	static final int LONGEST = 253;

	private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

	private static final Pattern CANONICAL = Pattern.compile("(?:" + LABEL + "\\.)+(?![0-9]+$|0x[0-9a-f]*$)" + LABEL);

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DomainName {
		if (value == null || !isCanonical(value)) {
			throw new IllegalArgumentException("Not a domain name in canonical form");
		}
	}

	static boolean isCanonical(String value) {
		return value.length() <= LONGEST && CANONICAL.matcher(value).matches();
	}

	/**
	 * Reads what a person typed.
	 * @param typed anything
	 * @return the domain with what there is to say about it, or the rule that refuses it
	 */
	static DomainReading parse(String typed) {
		return DomainReader.read(typed);
	}

	/** The domain that a person typed, where it is one. */
	public static Optional<DomainName> read(String typed) {
		return (parse(typed) instanceof DomainReading.Accepted accepted) ? Optional.of(accepted.domain())
				: Optional.empty();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
