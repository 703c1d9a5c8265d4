package io.hybridge.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Database files as a bad day leaves them, opened by H2 itself. */
class DatabaseFileAnalyzerTests {

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void make() throws SQLException {
		this.file = this.folder.resolve("hybridge.mv.db");
		try (Connection connection = open()) {
			connection.createStatement().execute("create table t (id bigint)");
		}
	}

	@Test
	void saysThatAFileIsDamaged() throws IOException {
		byte[] noise = new byte[(int) Files.size(this.file)];
		new Random(1).nextBytes(noise);
		Files.write(this.file, noise);
		assertThat(analysis().getDescription()).isEqualTo("The database file is damaged.");
		assertThat(analysis().getAction()).contains("backup");
		assertThat(Files.readAllBytes(this.file)).as("left as it is").isEqualTo(noise);
	}

	@Test
	void saysThatAFileIsNoDatabase() throws IOException {
		Files.writeString(this.file, "no database");
		assertThat(analysis().getDescription()).startsWith("The database file cannot be read, or is no database");
		assertThat(this.file).hasContent("no database");
	}

	@Test
	void saysThatAFileCanOnlyBeRead() {
		SQLException refused = catchThrowableOfType(SQLException.class, () -> {
			try (Connection connection = DriverManager.getConnection(url() + ";ACCESS_MODE_DATA=r")) {
				connection.createStatement().execute("create table u (id bigint)");
			}
		});
		assertThat(new DatabaseFileAnalyzer().analyze(refused).getDescription())
			.isEqualTo("The database file can only be read, not written.");
	}

	@Test
	void saysThatAFileIsInUse() throws Exception {
		Process other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("java.class.path"), Holder.class.getName(), url())
			.start();
		try {
			assertThat(other.getInputStream().read()).isEqualTo('!');
			assertThat(analysis().getDescription()).startsWith("The database file is open in another process");
		}
		finally {
			other.destroyForcibly().waitFor();
		}
	}

	@Test
	void leavesOtherFailuresToOthers() {
		assertThat(new DatabaseFileAnalyzer().analyze(new SQLException("no", "42", 42))).isNull();
	}

	private FailureAnalysis analysis() {
		return new DatabaseFileAnalyzer()
			.analyze(new IllegalStateException(catchThrowableOfType(SQLException.class, () -> open().close())));
	}

	private Connection open() throws SQLException {
		return DriverManager.getConnection(url());
	}

	private String url() {
		return "jdbc:h2:file:retry:" + this.folder.resolve("hybridge");
	}

	/** Another process that has the file. */
	static final class Holder {

		public static void main(String[] arguments) throws Exception {
			try (Connection connection = DriverManager.getConnection(arguments[0])) {
				System.out.print('!');
				System.out.flush();
				Thread.sleep(Long.MAX_VALUE);
			}
		}

	}

}
