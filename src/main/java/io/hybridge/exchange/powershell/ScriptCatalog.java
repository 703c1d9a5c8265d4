package io.hybridge.exchange.powershell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reviewed scripts, which are the only PowerShell text that runs. It joins constant
 * parts and encodes values; it never writes a value into a text.
 */
public final class ScriptCatalog {

	/** Scripts have a cmdlet's name; what they are joined from has not. */
	private static final Pattern NAME = Pattern.compile("([A-Z]\\w+-\\w+)\\.ps1");

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final ScriptCatalog CATALOG = new ScriptCatalog();

	private final Map<String, Script> scripts = new LinkedHashMap<>();

	private final Map<SessionOpening, Script> openings = new EnumMap<>(SessionOpening.class);

	private final Script bootstrap = Script.read("bootstrap", "bootstrap");

	private final Script selfContained = Script.read("self-contained", "self-contained");

	private ScriptCatalog() {
		names().forEach((name) -> this.scripts.put(name, Script.read(name, name)));
		for (SessionOpening opening : SessionOpening.values()) {
			this.openings.put(opening, Script.read(opening.file(), "opening/" + opening.file()));
		}
	}

	/** The catalogue is the folder: a script that is in it needs no other entry. */
	private static Stream<String> names() {
		try {
			return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:powershell/*.ps1"))
				.map((file) -> NAME.matcher(String.valueOf(file.getFilename())))
				.filter(Matcher::matches)
				.map((name) -> name.group(1))
				.sorted();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
	 * @throws IllegalArgumentException when there is none of that name
	 */
	public Script script(String name) {
		Script script = this.scripts.get(name);
		if (script == null) {
			throw new IllegalArgumentException("There is no script " + name);
		}
		return script;
	}

	public Script opening(SessionOpening opening) {
		return this.openings.get(opening);
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
	 * @param opening how the script gets its session
	 * @param session JSON object for the opening; may hold a secret
	 * @return one line of ASCII, with its line end
	 */
	public String payload(ScriptCall call, SessionOpening opening, String session) {
		Map<String, Object> parts = new LinkedHashMap<>();
		parts.put("contract", 1);
		parts.put("script", call.script().name());
		parts.put("opening", base64(opening(opening).text()));
		parts.put("body", base64(call.script().text()));
		parts.put("arguments", base64(JSON.writeValueAsString(call.sent())));
		parts.put("session", base64(session));
		return JSON.writeValueAsString(parts) + "\n";
	}

	/**
	 * A call that brings its own values, for whoever has no standard input to send them
	 * on. Only the first line differs between two calls of a script.
	 * @param opening how the script gets its session
	 * @param session JSON object for the opening; may hold a secret
	 * @return the text to run
	 */
	public String selfContained(ScriptCall call, SessionOpening opening, String session) {
		String values = "{\"arguments\":" + JSON.writeValueAsString(call.sent()) + ",\"session\":" + session + "}";
		return withValues(values, selfContainedText(call.script(), opening));
	}

	/**
	 * The constant text of a self-contained call, after its first line.
	 * @param script what runs
	 * @param opening how it gets its session
	 */
	public String selfContainedText(Script script, SessionOpening opening) {
		return this.selfContained.text() + "Invoke-HybridgeScript '" + script.name() + "' {\n" + opening(opening).text()
				+ "} {\n" + script.text() + "} $hybridgeCall.arguments $hybridgeCall.session\n";
	}

	/**
	 * Puts values as one line of data in front of a text that never changes.
	 * @param values JSON object
	 * @param text constant
	 * @return the text to run
	 */
	public static String withValues(String values, String text) {
		return "$hybridgeValues = '" + base64(values) + "'\n" + text;
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
