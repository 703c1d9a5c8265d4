package io.hybridge.exchange.powershell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A recognized call that brought its own values.
 *
 * @param script what runs
 * @param prelude how it gets its session
 * @param values JSON object with {@code arguments} and {@code session}; may hold a secret
 */
public record SelfContained(Script script, SessionOpening prelude, String values) {

	public static final String FIRST_LINE_START = "$hybridgeValues = '";

	public static final String FIRST_LINE_END = "'\n";

	static Optional<SelfContained> read(String text, ScriptCatalog catalog) {
		int end = text.indexOf(FIRST_LINE_END);
		if (!text.startsWith(FIRST_LINE_START) || end < FIRST_LINE_START.length()) {
			return Optional.empty();
		}
		String rest = text.substring(end + FIRST_LINE_END.length());
		return decode(text.substring(FIRST_LINE_START.length(), end))
			.flatMap((values) -> catalog.scripts().stream().flatMap((script) -> {
				return java.util.Arrays.stream(SessionOpening.values())
					.filter((prelude) -> catalog.selfContainedText(script, prelude).equals(rest))
					.map((prelude) -> new SelfContained(script, prelude, values));
			}).findFirst());
	}

	private static Optional<String> decode(String base64) {
		try {
			return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return "SelfContained[" + this.script.name() + ", " + this.prelude + "]";
	}

}
