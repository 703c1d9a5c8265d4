package io.hybridge.exchange.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.commons.codec.digest.DigestUtils;

import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;

/** Bundles as the console makes them, without a console. */
public final class BundleFixture {

	public static final String NONCE = "00112233445566778899aabbccddeeff";

	private BundleFixture() {
	}

	public static ScriptCall call(String server, String script, Map<String, Object> arguments) {
		return new ScriptCall(server, ScriptCatalog.load().script(script), arguments, Duration.ZERO);
	}

	/** Unpacks a bundle below a folder. */
	public static Path unpack(Path folder, List<ScriptCall> calls, Instant validUntil) throws IOException {
		Path home = Files.createDirectories(folder.resolve(Bundle.folder(12)));
		for (Map.Entry<String, byte[]> file : files(calls, validUntil).all().entrySet()) {
			Path path = home.resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.write(path, file.getValue());
		}
		return home;
	}

	static BundleFiles files(List<ScriptCall> calls, Instant validUntil) {
		BundleFiles files = BundleFiles.of(calls);
		files.list(new BundleFiles.Identity(12, 3, "Fabrikam \u201EM\u00FCnchen\u201C", 7, null, NONCE,
				validUntil.minusSeconds(60), validUntil), calls);
		return files;
	}

	/** What each call printed, from the file that {@code Run.ps1} wrote. */
	public static Map<Integer, String> outputs(Path home, String text) throws IOException {
		BroughtText brought = BroughtText.in(text).getFirst();
		if (brought.bundle() != 12 || !brought.nonce().equals(NONCE)
				|| !brought.list().equals(DigestUtils.sha256Hex(Files.readAllBytes(home.resolve("bundle.json"))))) {
			throw new AssertionError("It answers another bundle: " + brought);
		}
		return brought.outputs();
	}

}
