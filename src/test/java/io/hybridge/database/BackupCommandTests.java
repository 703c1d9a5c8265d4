package io.hybridge.database;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A database is backed up, lost, and put back. */
class BackupCommandTests {

	@TempDir
	private Path folder;

	private Path data;

	private Path archive;

	@BeforeEach
	void make() throws Exception {
		this.data = Files.createDirectory(this.folder.resolve("data"));
		this.archive = this.folder.resolve("backup.zip");
		Files.writeString(this.data.resolve("secret.key"), "the key");
		try (Connection connection = open(this.data)) {
			connection.createStatement().execute("create table flyway_schema_history (id int)");
			connection.createStatement().execute("insert into flyway_schema_history values (87)");
		}
	}

	@Test
	void putsBackWhatWasThere() throws Exception {
		assertThat(said(0, "backup", this.archive)).contains("and was opened", "The key of the secrets is not in it");
		assertThat(names()).containsExactly("hybridge.mv.db");
		Files.delete(this.data.resolve("hybridge.mv.db"));
		assertThat(said(0, "restore", this.archive)).contains("The database is back", "Start the console");
		assertThat(version(this.data)).isEqualTo(87);
		assertThat(files(this.data)).as("nothing half is left").containsExactly("hybridge.mv.db", "secret.key");
		assertThat(files(this.folder)).containsExactly("backup.zip", "data");
	}

	@Test
	void takesTheKeyWithItOnlyOnAnExplicitWord() throws Exception {
		assertThat(said(0, "backup", this.archive, "--with-key")).contains("can read every stored password");
		assertThat(names()).containsExactly("hybridge.mv.db", "secret.key");
		Path elsewhere = this.folder.resolve("elsewhere");
		assertThat(said(0, "restore", this.archive, "--hybridge.data=" + elsewhere)).contains("The database is back");
		assertThat(elsewhere.resolve("secret.key")).hasContent("the key");
		assertThat(version(elsewhere)).isEqualTo(87);
	}

	@Test
	void overwritesNothing() throws Exception {
		said(0, "backup", this.archive);
		byte[] kept = Files.readAllBytes(this.archive);
		assertThat(said(1, "backup", this.archive)).contains("is not overwritten");
		assertThat(said(1, "restore", this.archive)).contains("hybridge.mv.db exists, and is not overwritten");
		assertThat(Files.readAllBytes(this.archive)).isEqualTo(kept);
		assertThat(said(1, "backup", this.folder.resolve("b.zip"), "--hybridge.data=" + this.folder.resolve("none")))
			.contains("There is no database");
	}

	@Test
	void waitsForNobodyWhileTheConsoleRuns() throws Exception {
		try (Connection running = open(this.data)) {
			assertThat(running.isValid(1)).isTrue();
			Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-cp", System.getProperty("java.class.path"), "io.hybridge.HybridgeApplication", "backup",
					this.archive.toString(), "--hybridge.data=" + this.data)
				.redirectErrorStream(true)
				.start();
			assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.contains("The console is running on this database. Stop it");
			assertThat(other.waitFor()).isEqualTo(1);
		}
		assertThat(this.archive).doesNotExist();
	}

	@Test
	void usesNoHalfBackupAndLeavesTheFolderAsItIs() throws Exception {
		said(0, "backup", this.archive);
		Files.delete(this.data.resolve("hybridge.mv.db"));
		byte[] whole = Files.readAllBytes(this.archive);
		Files.write(this.archive, Arrays.copyOf(whole, whole.length / 2));
		assertThat(said(1, "restore", this.archive)).startsWith("The backup cannot be used, and nothing was changed");
		assertThat(files(this.data)).containsExactly("secret.key");
	}

	@Test
	void saysWhatIsForPostgreSql() {
		assertThat(said(1, "backup", this.archive, "--spring.datasource.url=jdbc:postgresql://db/hybridge"))
			.contains("pg_dump");
	}

	private String said(int code, String command, Path file, String... more) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Stream<String> args = Stream
			.of(Stream.of(command, file.toString()), Stream.of(more),
					Stream.of("--hybridge.data=" + this.data)
						.filter((data) -> Arrays.stream(more).noneMatch((each) -> each.startsWith("--hybridge.data"))))
			.flatMap((each) -> each);
		assertThat(BackupCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8), args.toArray(String[]::new)))
			.as(out.toString(StandardCharsets.UTF_8))
			.isEqualTo(code);
		return out.toString(StandardCharsets.UTF_8);
	}

	private List<String> names() throws IOException {
		try (ZipFile zip = new ZipFile(this.archive.toFile())) {
			return zip.stream().map(Object::toString).toList();
		}
	}

	private static List<String> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static int version(Path data) throws SQLException {
		try (Connection connection = open(data);
				ResultSet rows = connection.createStatement().executeQuery("select id from flyway_schema_history")) {
			rows.next();
			return rows.getInt(1);
		}
	}

	private static Connection open(Path data) throws SQLException {
		return DriverManager.getConnection("jdbc:h2:file:" + data.resolve("hybridge") + ";DATABASE_TO_LOWER=TRUE", "",
				"");
	}

}
