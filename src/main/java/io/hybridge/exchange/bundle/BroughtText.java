package io.hybridge.exchange.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person brought, taken apart. Its check sum finds damage; who wrote it, nobody
 * can tell.
 *
 * @param bundle number of the bundle that it says it answers
 * @param nonce that it got from that bundle
 * @param list SHA-256 of the list of files that it ran with
 * @param outputs what each call printed, by number
 */
record BroughtText(long bundle, String nonce, String list, Map<Integer, String> outputs) {

	private static final String BEGIN = "#<hybridge-answer>#";

	// Blank space is let through because a mail or an editor may wrap long lines.
	private static final Pattern ANSWER = Pattern
		.compile(BEGIN + "([A-Za-z0-9+/=\\s]*)#([0-9a-f\\s]{64,200})#</hybridge-answer>#");

	private static final Pattern NOT_ENDED = Pattern.compile("#<hybridge-begun>#");

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Takes a text apart.
	 * @param text whole, with whatever stands around the answer
	 * @throws RefusedAnswer when there is none in it, or not a whole one
	 */
	static BroughtText in(String text) {
		Matcher answer = ANSWER.matcher(text);
		if (!answer.find()) {
			throw new RefusedAnswer(
					text.contains(BEGIN) ? "cut" : NOT_ENDED.matcher(text).find() ? "not-ended" : "none");
		}
		String payload = answer.group(1).replaceAll("\\s", "");
		if (!DigestUtils.sha256Hex(payload).equals(answer.group(2).replaceAll("\\s", ""))) {
			throw new RefusedAnswer("garbled");
		}
		try {
			return read(JSON.readTree(new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8)));
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new RefusedAnswer("garbled");
		}
	}

	private static BroughtText read(JsonNode answer) {
		Map<Integer, String> outputs = new LinkedHashMap<>();
		for (JsonNode one : answer.path("answers")) {
			if (outputs.put(one.path("number").asInt(0), one.path("output").asString("")) != null) {
				throw new RefusedAnswer("garbled");
			}
		}
		return new BroughtText(answer.path("bundle").asLong(0), answer.path("nonce").asString(""),
				answer.path("list").asString(""), outputs);
	}

}
