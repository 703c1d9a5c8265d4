package io.hybridge.audit.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the search line can ask beside words. */
public enum SearchField {

	ORGANIZATION("organization"), ACTOR("person", "person"), ACTION("kind", "kind"), OUTCOME("outcome"),
	SERVER("server"), ADDRESS("words"), REASON("words"), RUN("words"), SINCE("from", "after"), UNTIL("until"),
	BEFORE("words");

	private final String property;

	private final List<String> aliases;

	SearchField(String property, String... aliases) {
		this.property = property;
		this.aliases = List.of(aliases);
	}

	static Optional<SearchField> named(String typed) {
		String name = typed.toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((field) -> field.key().equals(name) || field.aliases.contains(name))
			.findFirst();
	}

	/** As it stands before the colon. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The field of the form that holds it. */
	String property() {
		return this.property;
	}

}
