package io.hybridge.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one kind of change touches, shown on one: whoever adds the next writes these files
 * and no other.
 */
class KindOfChangeTests {

	private static final Pattern RESTART_SERVICE_HOST = Pattern.compile("(?i)\\bRestart-?Service-?Host\\b");

	@Test
	void touchesItsOwnFilesTheClosedListsWhoPlansItAndItsTexts() throws Exception {
		assertThat(product().filter(KindOfChangeTests::tellsOfIt)).containsExactlyInAnyOrder(
				// What it is, how it is done, and the same in Java.
				Path.of("src/main/java/io/hybridge/step/change/RestartServiceHost.java"),
				Path.of("src/main/powershell/Restart-ServiceHost.ps1"),
				Path.of("src/main/java/io/hybridge/lab/exchange/twin/RestartServiceHost.java"),
				// The closed lists of kinds and of what the port can be asked.
				Path.of("src/main/java/io/hybridge/step/change/Change.java"),
				Path.of("src/main/java/io/hybridge/exchange/ExchangeChange.java"),
				// The check that finds it missing.
				Path.of("src/main/java/io/hybridge/step/oauth/TakeOver.java"),
				// Its texts.
				Path.of("frontend/messages/enablement.properties"),
				Path.of("frontend/messages/enablement_de.properties"), Path.of("frontend/messages/audit.properties"),
				Path.of("frontend/messages/audit_de.properties"), Path.of("frontend/messages/lab.properties"),
				Path.of("frontend/messages/lab_de.properties"));
	}

	private static Stream<Path> product() throws IOException {
		return Stream
			.of(Files.walk(Path.of("src/main")), Files.walk(Path.of("frontend/messages")),
					Files.walk(Path.of("frontend/templates")))
			.flatMap((paths) -> paths)
			.filter(Files::isRegularFile);
	}

	private static boolean tellsOfIt(Path path) {
		try {
			String name = path.getFileName().toString();
			return RESTART_SERVICE_HOST.matcher(name).find()
					|| List.of(".java", ".ps1", ".properties", ".html").stream().anyMatch(name::endsWith)
							&& RESTART_SERVICE_HOST.matcher(Files.readString(path)).find();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
