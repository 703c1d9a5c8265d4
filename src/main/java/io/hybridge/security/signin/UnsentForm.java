package io.hybridge.security.signin;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A form that was sent too late to be carried out, as it can be shown again.
 *
 * @param page on which the form stands
 * @param fields what was typed; secrets and consent are never among them
 * @param until when it is forgotten
 */
record UnsentForm(String page, Map<String, String> fields, Instant until) {

	/** Names of fields that are typed anew, in every form. */
	static final Set<String> TYPED_ANEW = Set.of("_csrf", "password", "exchangePassword", "current", "code", "passkey",
			"accepted", "also", "server", "lettersCompared");

	/** What was looked for on a page, which stands in its address. */
	private static final String SEARCH = "q";

	/** What a cookie can hold once it is sealed. */
	private static final int LONGEST = 2_500;

	/**
	 * Of what a browser sent.
	 * @param sent all fields by their names
	 * @return with the fields that may be kept; with none where they are too large
	 */
	static UnsentForm of(String page, Map<String, String[]> sent, Instant until) {
		Map<String, String> fields = new LinkedHashMap<>();
		sent.forEach((name, values) -> {
			if (values.length == 1 && !TYPED_ANEW.contains(name) && !values[0].isEmpty()) {
				fields.put(name, values[0]);
			}
		});
		boolean large = fields.values().stream().mapToInt(String::length).sum() > LONGEST;
		UnsentForm form = new UnsentForm(page, large ? Map.of() : fields, until);
		return (form.written().length() <= LONGEST) ? form : new UnsentForm(page, Map.of(), until);
	}

	String address() {
		String search = this.fields.get(SEARCH);
		return (search != null) ? this.page + "?" + SEARCH + "=" + encoded(search) : this.page;
	}

	String written() {
		return this.until.toEpochMilli() + "\n" + this.page + "\n"
				+ this.fields.entrySet()
					.stream()
					.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
					.collect(Collectors.joining("&"));
	}

	/** What {@link #written()} wrote, unless it is to be forgotten by now. */
	static Optional<UnsentForm> read(String written, Instant now) {
		String[] lines = written.split("\n", 3);
		Map<String, String> fields = new LinkedHashMap<>();
		for (String field : lines[2].isEmpty() ? new String[0] : lines[2].split("&")) {
			String[] sides = field.split("=", 2);
			fields.put(decoded(sides[0]), decoded(sides[1]));
		}
		UnsentForm form = new UnsentForm(lines[1], fields, Instant.ofEpochMilli(Long.parseLong(lines[0])));
		return Optional.of(form).filter((kept) -> now.isBefore(kept.until));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
