package io.hybridge.exchange.powershell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a script printed between its markers, and the rest.
 *
 * @param json the decoded result, see docs/script-contract.md
 * @param diagnostics everything else that was printed; never used to decide
 */
public record ScriptAnswer(String json, String diagnostics) {

	// Blank space is let through because a console may wrap long lines.
	private static final Pattern MARKED = Pattern.compile("#<hybridge>#([A-Za-z0-9+/=\\s]*)#</hybridge>#");

	/**
	 * Finds the answer in what a script printed.
	 * @param output standard output, whole
	 * @param errors standard error
	 * @return the answer, or empty when there is no whole answer
	 */
	public static Optional<ScriptAnswer> in(String output, String errors) {
		Matcher matcher = MARKED.matcher(output);
		if (!matcher.find()) {
			return Optional.empty();
		}
		String rest = output.substring(0, matcher.start()) + output.substring(matcher.end()) + errors;
		return decoded(matcher.group(1)).map((json) -> new ScriptAnswer(json, rest.strip()));
	}

	/**
	 * Finds every answer in a text that a person brought.
	 * @return the decoded results, in their order
	 */
	static List<String> allIn(String text) {
		return MARKED.matcher(text).results().flatMap((found) -> decoded(found.group(1)).stream()).toList();
	}

	private static Optional<String> decoded(String base64) {
		try {
			byte[] json = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
			return Optional.of(new String(json, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
