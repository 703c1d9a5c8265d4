package io.hybridge.exchange.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SessionOpening;

/**
 * The files of a bundle. Scripts are constant text; values are data in a file of their
 * own. No secret is in it: whoever runs it opens Exchange's endpoint with their own
 * ticket.
 */
final class BundleFiles {

	/** Lists every other file with its hash. */
	static final String LIST = "bundle.json";

	private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	private final Map<String, byte[]> files = new LinkedHashMap<>();

	private BundleFiles() {
	}

	/**
	 * The files without their list.
	 * @param calls in their order
	 */
	static BundleFiles of(List<ScriptCall> calls) {
		BundleFiles files = new BundleFiles();
		files.script("Run", Script.read("Run", "bundle/Run"));
		files.script("opening/local", ScriptCatalog.load().opening(SessionOpening.LOCAL));
		calls.forEach((call) -> files.script("scripts/" + call.script().name(), call.script()));
		files.files.put("values.json", json(calls.stream().map(BundleFiles::values).toList()));
		return files;
	}

	/**
	 * Adds the list.
	 * @param identity what the bundle and its answer belong to
	 * @return the list
	 */
	byte[] list(Identity identity, List<ScriptCall> calls) {
		Map<String, Object> list = new LinkedHashMap<>();
		list.put("contract", 1);
		list.put("bundle", identity.bundle());
		list.put("organization", identity.organization());
		list.put("organizationName", identity.organizationName());
		list.put("run", identity.run());
		list.put("plan", identity.plan());
		list.put("nonce", identity.nonce());
		list.put("madeAt", identity.madeAt().toString());
		list.put("validUntil", identity.validUntil().toString());
		list.put("validUntilSeconds", identity.validUntil().getEpochSecond());
		list.put("calls", numbered(calls));
		list.put("files",
				this.files.entrySet()
					.stream()
					.map((file) -> Map.of("name", file.getKey(), "sha256", DigestUtils.sha256Hex(file.getValue())))
					.map(TreeMap::new)
					.toList());
		byte[] written = json(list);
		this.files.put(LIST, written);
		return written;
	}

	/** Adds the signature of the list. */
	void seal(ConsoleSeal.Sealed sealed) {
		this.files.put("bundle.sig", sealed.signature());
		this.files.put("console.pem", sealed.publicKey().getBytes(StandardCharsets.US_ASCII));
	}

	/** By name, in the order of the archive. */
	Map<String, byte[]> all() {
		return this.files;
	}

	/**
	 * Windows PowerShell reads a file without byte order mark in the server's code page.
	 */
	private void script(String name, Script script) {
		this.files.put(name + ".ps1",
				("\uFEFF" + script.text().replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
	}

	private static Map<String, Object> values(ScriptCall call) {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("arguments", new TreeMap<>(call.arguments()));
		values.put("session", Map.of("server", call.server()));
		return values;
	}

	private static List<Map<String, Object>> numbered(List<ScriptCall> calls) {
		List<Map<String, Object>> numbered = new ArrayList<>();
		for (ScriptCall call : calls) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("number", numbered.size() + 1);
			one.put("server", call.server());
			one.put("script", call.script().name());
			one.put("changes", call.script().changes());
			numbered.add(one);
		}
		return numbered;
	}

	private static byte[] json(Object value) {
		return (JSON.writeValueAsString(value) + "\r\n").getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * What a bundle belongs to.
	 *
	 * @param bundle its number
	 * @param organization number of the organization
	 * @param organizationName for people
	 * @param run that waits
	 * @param plan that the run carries out, or null
	 * @param nonce known only from this bundle
	 * @param madeAt when
	 * @param validUntil after which no change begins
	 */
	record Identity(long bundle, long organization, String organizationName, long run, Long plan, String nonce,
			Instant madeAt, Instant validUntil) {
	}

}
