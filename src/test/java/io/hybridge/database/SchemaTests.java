package io.hybridge.database;

import java.nio.file.Path;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.hybridge.database.Schema.SchemaUnusable;
import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A database that another version of the program has used, or left half done. */
class SchemaTests {

	@TempDir
	Path folder;

	private final Schema schema = new Schema();

	private Flyway flyway;

	private JdbcClient jdbc;

	@BeforeEach
	void begin() {
		DriverManagerDataSource database = new DriverManagerDataSource(
				"jdbc:h2:file:" + this.folder.resolve("hybridge") + ";DATABASE_TO_LOWER=TRUE");
		this.flyway = Flyway.configure().dataSource(database).locations("classpath:database/schema").load();
		this.jdbc = JdbcClient.create(database);
		this.schema.migrate(this.flyway);
	}

	@Test
	void usesWhatIsUpToDateAsItIs() {
		this.schema.migrate(this.flyway);
		assertThat(tables()).contains("first_table");
	}

	@Test
	@Faults("F79")
	void refusesTheTablesOfANewerVersion() {
		this.jdbc.sql("""
				insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
					"checksum", "installed_by", "execution_time", "success")
				values (2, '900', 'later', 'SQL', 'V900__later.sql', 1, 'sa', 1, true)""").update();
		assertThatExceptionOfType(SchemaUnusable.class).isThrownBy(() -> this.schema.migrate(this.flyway))
			.satisfies((refused) -> assertThat(new SchemaAnalyzer().analyze(refused).getDescription())
				.isEqualTo("A newer Hybridge has already used this database (version 900)."));
	}

	@Test
	@Faults("F79")
	void refusesTablesThatWereLeftHalfDone() {
		this.jdbc.sql("update \"flyway_schema_history\" set \"success\" = false where \"version\" is not null")
			.update();
		assertThatExceptionOfType(SchemaUnusable.class).isThrownBy(() -> this.schema.migrate(this.flyway))
			.satisfies((refused) -> assertThat(new SchemaAnalyzer().analyze(refused).getDescription())
				.startsWith("An earlier start could not finish"));
	}

	@Test
	void saysWhereTheTablesCannotBeBroughtUpToDate() {
		this.jdbc.sql("delete from \"flyway_schema_history\" where \"version\" is not null").update();
		assertThatExceptionOfType(SchemaUnusable.class).isThrownBy(() -> this.schema.migrate(this.flyway))
			.satisfies((refused) -> assertThat(new SchemaAnalyzer().analyze(refused).getDescription())
				.startsWith("The tables cannot be brought up to date"));
	}

	private Iterable<String> tables() {
		return this.jdbc.sql("select table_name from information_schema.tables").query(String.class).list();
	}

}
