package io.hybridge.exchange.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

	private static final String BEGUN = "#<hybridge-begun>#";

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Takes a text apart.
	 * @param text whole, with whatever stands around the answers
	 * @return one for each server whose answer is in it
	 * @throws RefusedAnswer when there is none in it, or not a whole one
	 */
	static List<BroughtText> in(String text) {
		List<BroughtText> answers = ANSWER.matcher(text)
			.results()
			.map((answer) -> whole(stripped(answer.group(1)), stripped(answer.group(2))))
			.toList();
		if (answers.isEmpty() || text.split(BEGIN, -1).length - 1 > answers.size()) {
			throw new RefusedAnswer(reason(text));
		}
		return answers;
	}

	private static String reason(String text) {
		if (text.contains(BEGIN)) {
			return "bundle.answer.cut";
		}
		return text.contains(BEGUN) ? "bundle.answer.not-ended" : "bundle.answer.none";
	}

	private static BroughtText whole(String payload, String sum) {
		if (!DigestUtils.sha256Hex(payload).equals(sum)) {
			throw new RefusedAnswer("bundle.answer.garbled");
		}
		try {
			return read(JSON.readTree(new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8)));
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new RefusedAnswer("bundle.answer.garbled");
		}
	}

	private static String stripped(String wrapped) {
		return wrapped.replaceAll("\\s", "");
	}

	private static BroughtText read(JsonNode answer) {
		Map<Integer, String> outputs = new LinkedHashMap<>();
		for (JsonNode one : answer.path("answers")) {
			if (outputs.put(one.path("number").asInt(0), storable(one.path("output"))) != null) {
				throw new RefusedAnswer("bundle.answer.garbled");
			}
		}
		return new BroughtText(answer.path("bundle").asLong(0), storable(answer.path("nonce")),
				storable(answer.path("list")), outputs);
	}

	/** No script of ours prints what PostgreSQL does not store. */
	private static String storable(JsonNode value) {
		String text = value.asString("");
		if (text.indexOf('\0') >= 0) {
			throw new RefusedAnswer("bundle.answer.garbled");
		}
		return text;
	}

}
