package io.hybridge.security.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SecretsTests {

	@TempDir
	private Path folder;

	private JdbcClient jdbc;

	private Secrets secrets;

	@BeforeEach
	void start() throws Exception {
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:" + this.folder.getFileName() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE");
		this.jdbc = JdbcClient.create(database);
		this.jdbc.sql("drop all objects").update();
		for (String statement : Files.readString(Path.of("db/migration/V010__security.sql")).split(";\\s*\n")) {
			this.jdbc.sql(statement).update();
		}
		this.secrets = open(this.folder);
	}

	@Test
	void givesBackWhatWasStored() {
		this.secrets.store("organization:7", "password", "first");
		this.secrets.store("organization:7", "password", "pässword-canary");
		assertThat(this.secrets.read("organization:7", "password")).contains("pässword-canary");
		this.secrets.destroy("organization:7", "password");
		assertThat(this.secrets.read("organization:7", "password")).isEmpty();
	}

	@Test
	void keepsTheRowUnreadable() {
		this.secrets.store("organization:7", "password", "password-canary");
		byte[] row = this.jdbc.sql("select sealed from secret").query((found, number) -> found.getBytes(1)).single();
		assertThat(new String(row, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("canary");
	}

	@Test
	void refusesARowCopiedToAnotherPlace() {
		this.secrets.store("organization:7", "password", "seven");
		this.jdbc.sql("update secret set owner = 'organization:8'").update();
		assertThatExceptionOfType(SecretCipher.SecretUnreadable.class)
			.isThrownBy(() -> this.secrets.read("organization:8", "password"));
		this.jdbc.sql("update secret set owner = 'organization:7'").update();
		assertThat(this.secrets.read("organization:7", "password")).contains("seven");
	}

	@Test
	void makesAKeyThatOnlyItsOwnerReads() throws Exception {
		Path key = this.folder.resolve("secret.key");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
		Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
		assertThatExceptionOfType(OwnerOnlyFile.OpenToOthers.class).isThrownBy(() -> open(this.folder));
	}

	@Test
	@Faults("F80")
	void noticesALostOrForeignKeyAtTheStart() throws Exception {
		Path key = this.folder.resolve("secret.key");
		Files.delete(key);
		assertThatExceptionOfType(KeyDoesNotFit.class).isThrownBy(() -> open(this.folder))
			.matches((wrong) -> wrong.reason() == KeyDoesNotFit.Reason.MISSING);
		new OwnerOnlyFile(key).create(java.util.Base64.getEncoder().encode(new byte[32]));
		assertThatExceptionOfType(KeyDoesNotFit.class).isThrownBy(() -> open(this.folder))
			.matches((wrong) -> wrong.reason() == KeyDoesNotFit.Reason.OTHER_KEY);
	}

	/**
	 * It would else begin as new beside the key of what was lost, and offer its set-up.
	 */
	@Test
	void takesALostDatabaseForNoNewOne() {
		this.jdbc.sql("delete from secret_key").update();
		KeyDoesNotFit wrong = catchThrowableOfType(KeyDoesNotFit.class, () -> open(this.folder));
		assertThat(wrong.reason()).isEqualTo(KeyDoesNotFit.Reason.NEW_DATABASE);
		assertThat(new KeyFileAnalyzer().analyze(wrong).getDescription())
			.endsWith("is that of an earlier installation, but its database is missing or empty.");
	}

	private Secrets open(Path folder) {
		SecretKeyFile key = new SecretKeyFile(new ConsoleFolder(folder.toString()), this.jdbc);
		key.afterPropertiesSet();
		return new EncryptedSecrets(this.jdbc, key, Clock.systemUTC());
	}

}
