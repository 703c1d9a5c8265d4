package io.hybridge.exchange.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reviewed scripts, which are the only PowerShell text that runs. It joins constant
 * parts and encodes values; it never writes a value into a text.
 */
public final class ScriptCatalog {

	private static final List<String> NAMES = List.of("Get-HybridState", "New-AuthCertificate", "Set-AuthCertificate",
			"Set-AuthServer", "Remove-AuthServer", "Enable-PushProxy", "Disable-PushProxy", "Restart-HealthManager",
			"Get-HealthManager", "Test-PushProxy");

	private static final ScriptCatalog CATALOG = new ScriptCatalog();

	private final Map<String, Script> scripts = new LinkedHashMap<>();

	private final Map<SessionOpening, Script> preludes = new EnumMap<>(SessionOpening.class);

	private final Script bootstrap;

	private final Script selfContained;

	private final JsonMapper json = JsonMapper.builder().build();

	private ScriptCatalog() {
		NAMES.forEach((name) -> this.scripts.put(name, read(name, name)));
		for (SessionOpening prelude : SessionOpening.values()) {
			this.preludes.put(prelude, read(prelude.file(), "prelude/" + prelude.file()));
		}
		this.bootstrap = read("bootstrap", "bootstrap");
		this.selfContained = read("self-contained", "self-contained");
	}

	/**
	 * The catalogue as it was built into the product.
	 * @return the catalogue, one per process
	 */
	public static ScriptCatalog load() {
		return CATALOG;
	}

	public Collection<Script> scripts() {
		return List.copyOf(this.scripts.values());
	}

	/**
	 * A script of the catalogue.
	 * @param name for instance {@code Set-AuthServer}
	 * @return the script
	 * @throws IllegalArgumentException when there is none of that name
	 */
	public Script script(String name) {
		Script script = this.scripts.get(name);
		if (script == null) {
			throw new IllegalArgumentException("There is no script " + name);
		}
		return script;
	}

	public Script prelude(SessionOpening prelude) {
		return this.preludes.get(prelude);
	}

	public Script bootstrap() {
		return this.bootstrap;
	}

	/**
	 * The bootstrap in the form that goes on a command line.
	 * @return base64 of UTF-16LE
	 */
	public String encodedBootstrap() {
		return Base64.getEncoder().encodeToString(this.bootstrap.text().getBytes(StandardCharsets.UTF_16LE));
	}

	/**
	 * What goes to standard input.
	 * @param call what to run
	 * @param prelude how the script gets its session
	 * @param session JSON object for the prelude; may hold a secret
	 * @return one line of ASCII, with its line end
	 */
	public String payload(ScriptCall call, SessionOpening prelude, String session) {
		Map<String, Object> parts = new LinkedHashMap<>();
		parts.put("contract", 1);
		parts.put("script", call.script().name());
		parts.put("prelude", base64(prelude(prelude).text()));
		parts.put("body", base64(call.script().text()));
		parts.put("arguments", base64(this.json.writeValueAsString(call.arguments())));
		parts.put("session", base64(session));
		return this.json.writeValueAsString(parts) + "\n";
	}

	/**
	 * A call that brings its own values, for clients without standard input. Only the
	 * first line differs between two calls of a script.
	 * @param call what to run
	 * @param prelude how the script gets its session
	 * @param session JSON object for the prelude; may hold a secret
	 * @return the text to run
	 */
	public String selfContained(ScriptCall call, SessionOpening prelude, String session) {
		String values = "{\"arguments\":" + this.json.writeValueAsString(call.arguments()) + ",\"session\":" + session
				+ "}";
		return SelfContained.FIRST_LINE_START + base64(values) + SelfContained.FIRST_LINE_END
				+ selfContainedText(call.script(), prelude);
	}

	/**
	 * The constant text of a self-contained call, after its first line.
	 * @param script what runs
	 * @param prelude how it gets its session
	 * @return the text
	 */
	String selfContainedText(Script script, SessionOpening prelude) {
		return this.selfContained.text() + "Invoke-HybridgeScript '" + script.name() + "' {\n" + prelude(prelude).text()
				+ "} {\n" + script.text() + "} $hybridgeCall.arguments $hybridgeCall.session\n";
	}

	/**
	 * Recognizes a body by its hash: one changed byte and it is no script of ours.
	 * @param text what claims to be a body
	 * @return the script, or empty
	 */
	public Optional<Script> recognizeBody(String text) {
		return this.scripts.values()
			.stream()
			.filter((script) -> script.sha256().equals(DigestUtils.sha256Hex(text)))
			.findFirst();
	}

	/**
	 * Recognizes a prelude by its hash.
	 * @param text what claims to be a prelude
	 * @return the prelude, or empty
	 */
	public Optional<SessionOpening> recognizePrelude(String text) {
		return this.preludes.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().sha256().equals(DigestUtils.sha256Hex(text)))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/**
	 * Recognizes a call that brings its own values.
	 * @param text what claims to be one
	 * @return what it runs, or empty when anything but the values differs from ours
	 */
	public Optional<SelfContained> recognizeSelfContained(String text) {
		return SelfContained.read(text, this);
	}

	public static Script read(String name, String file) {
		try (InputStream stream = ScriptCatalog.class.getResourceAsStream("/powershell/" + file + ".ps1")) {
			if (stream == null) {
				throw new IllegalStateException("The script " + file + " is missing");
			}
			String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			return new Script(name, text, DigestUtils.sha256Hex(text));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
