package io.hybridge.database;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import io.hybridge.database.DurableBooks.ForgetfulDatabase;
import io.hybridge.support.Faults;
import io.hybridge.support.OnPostgreSql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnPostgreSql
class DurableBooksOnPostgreSqlTests {

	@Autowired
	DataSource database;

	@ParameterizedTest
	@CsvSource({ "off,false", "on,true", "local,true", "remote_apply,true" })
	@Faults("F66")
	void takesOnlyADatabaseWhoseCommitsAreOnTheDisk(String setting, boolean taken) throws SQLException {
		try (var connection = this.database.getConnection()) {
			SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
			JdbcClient jdbc = JdbcClient.create(one);
			jdbc.sql("set synchronous_commit = " + setting).update();
			if (taken) {
				new DurableBooks(jdbc, one).force();
			}
			else {
				assertThatExceptionOfType(ForgetfulDatabase.class).isThrownBy(() -> new DurableBooks(jdbc, one));
			}
			jdbc.sql("reset synchronous_commit").update();
		}
	}

	@Test
	void saysWhichSettingWouldForgetAndHowItIsSet() {
		assertThat(new ForgetfulDatabaseAnalyzer().analyze(new ForgetfulDatabase("synchronous_commit")))
			.satisfies((analysis) -> {
				assertThat(analysis.getDescription()).startsWith("PostgreSQL runs with synchronous_commit = off");
				assertThat(analysis.getAction()).contains("set synchronous_commit = on");
			});
	}

}
