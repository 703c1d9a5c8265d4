package io.hybridge.lab.exchange.winrm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab's endpoint against a client that others wrote in Java: winrm4j, in a process of
 * its own. It always starts cmd.exe, whose line is too short for our scripts; so what it
 * can bring back is what the lab says of others.
 */
@EnabledIfSystemProperty(named = "peers.required", matches = "true")
class Winrm4jPeerTests {

	@TempDir
	private Path folder;

	@TempDir
	private Path files;

	@Test
	void bringsBackWhatAStrangerIsTold() throws Exception {
		try (RecordingServer server = new RecordingServer(this.folder, "localhost")) {
			String said = peer(server, RecordingServer.PASSWORD);
			assertThat(said).as(Files.readString(this.files.resolve("errors")))
				.startsWith("1 ")
				.contains("SHA-256", "Nothing was run");
			assertThat(server.shells()).isZero();
			assertThat(server.scripts()).isEmpty();
			assertThat(peer(server, "wrong")).doesNotContain("SHA-256");
			assertThat(server.shells()).isZero();
		}
	}

	private String peer(RecordingServer server, String password) throws Exception {
		Path authority = Files.writeString(this.files.resolve("authority.pem"), server.pem());
		return output(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp", classPath(),
				"src/test/peers/winrm4j/Winrm4jPeer.java", Integer.toString(server.port()), authority.toString(),
				RecordingServer.USER, password, "Get-Date", "1"));
	}

	/** Its 49 jars: from Maven's folder where they are, else from Maven Central. */
	private String classPath() throws Exception {
		Path file = this.files.resolve("classpath");
		for (List<String> how : List.of(List.of("mvn", "-o"), List.of("mvn"))) {
			if (Files.notExists(file)) {
				output(Stream
					.concat(how.stream(),
							List.of("-B", "-q", "-f", "src/test/peers/winrm4j/pom.xml", "dependency:build-classpath",
									"-Dmdep.outputFile=" + file)
								.stream())
					.toList());
			}
		}
		return Files.readString(file).strip();
	}

	private String output(List<String> command) throws Exception {
		Process process = new ProcessBuilder(command).redirectError(this.files.resolve("errors").toFile()).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return output;
	}

}
