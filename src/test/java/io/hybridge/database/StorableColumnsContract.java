package io.hybridge.database;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.UserName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no database can keep is kept as a character that everybody sees, in every column.
 */
@Import(StorableColumns.class)
abstract class StorableColumnsContract {

	private static final String STRANGE = "\0" + "\uD800" + "z";

	private static final String KEPT = "\uFFFD\uFFFDz";

	@Autowired
	JdbcClient jdbc;

	@PersistenceContext
	EntityManager entities;

	@Autowired
	PlatformTransactionManager transactions;

	/** Half a pair alone has no UTF-8; a whole one is a character like others. */
	@Test
	void leavesWhatCanBeKeptAsItIs() {
		assertThat(
				this.jdbc.sql("select cast(? as varchar)").param("\u202E\uD83D\uDE00\t").query(String.class).single())
			.isEqualTo("\u202E\uD83D\uDE00\t");
	}

	@Test
	void throughEntitiesToo() {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.entities.persist(new Account(UserName.of("strange@fabrikam.com"), STRANGE, "{none}", Role.AUDITOR,
					Preferences.of(Locale.ENGLISH), Instant.EPOCH));
			this.entities.flush();
			assertThat(this.jdbc.sql("select display_name from account where user_name = 'strange@fabrikam.com'")
				.query(String.class)
				.single()).isEqualTo(KEPT);
			status.setRollbackOnly();
		});
	}

	@Test
	void everyColumnKeepsWhatItCan() {
		Map<String, List<String>> columns = new TreeMap<>();
		this.jdbc.sql("""
				select table_name, column_name from information_schema.columns
				where lower(table_schema) = 'public' and lower(data_type) in ('character varying', 'text',
					'character large object', 'character')
					and coalesce(character_maximum_length, 1000) >= 3""")
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.list()
			.forEach((column) -> columns.computeIfAbsent(column.getKey(), (table) -> new ArrayList<>())
				.add(column.getValue()));
		assertThat(columns).hasSizeGreaterThan(20).containsKeys("organization", "audit_entry", "step_run");
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> columns.forEach(this::keep));
	}

	private void keep(String table, List<String> columns) {
		String copy = "strange_" + table;
		this.jdbc.sql("create local temporary table " + copy + " as select * from " + table + " where 1 = 0").update();
		for (String column : columns) {
			this.jdbc.sql("insert into " + copy + " (\"" + column + "\") values (?)").param(STRANGE).update();
			assertThat(this.jdbc.sql("select \"" + column + "\" from " + copy + " where \"" + column + "\" = ?")
				.param(STRANGE)
				.query(String.class)
				.single()).as(table + "." + column).startsWith(KEPT).isEqualToIgnoringWhitespace(KEPT);
		}
		this.jdbc.sql("drop table " + copy).update();
	}

}
