package io.hybridge.organization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.audit.AuditActor;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.microsoft365.Microsoft365Beans;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever refers to an organization goes with it, and nothing of another: every table of
 * the migrations gets a row of each, also a table that is added tomorrow.
 */
@Import({ OrganizationCare.class, Bundles.class, Microsoft365Beans.class, OrganizationCareContract.Surroundings.class,
		SignInMeanwhileContract.World.class, RemovalContract.Links.class })
abstract class RemovalContract {

	private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\(([^;]*)\\);");

	private static final Pattern REFERENCE = Pattern.compile("(\\w+) bigint[^,]* references (\\w+) \\(id\\)");

	/** Its run has ended. */
	private static final String ENDED = "ended_at";

	@Autowired
	OrganizationCare care;

	@Autowired
	JdbcClient jdbc;

	@Test
	void removesTheRowsOfAnOrganizationFromEveryTableThatRefersToItOrToWhatItDid() throws IOException {
		Map<String, Map<String, String>> referring = referring();
		assertThat(referring).containsKeys("exchange_link", "connection_climb", "tenant_sign_in", "step_run",
				"step_change", "step_change_timeline", "server_probe", "expiry", "seen_server", "bundle", "bundle_call",
				"organization_group_member", "reach_organization");
		this.jdbc.sql("insert into reach (id) values (0)").update();
		this.jdbc.sql("insert into organization_group (id, name) values (0, 'Customer')").update();
		OrganizationId fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		OrganizationId contoso = RegisteredOrganizations.add(this.jdbc, "Contoso", "contoso.com");
		Map<String, Long> before = counts(referring);
		fill(referring, fabrikam);
		fill(referring, contoso);
		assertThat(counts(referring)).isEqualTo(plus(before, 2));
		this.care.remove(fabrikam, 0, AuditActor.person(7, "Petra Kern", null));
		assertThat(counts(referring)).isEqualTo(plus(before, 1));
	}

	private void fill(Map<String, Map<String, String>> referring, OrganizationId organization) {
		Map<String, Long> ids = new LinkedHashMap<>(Map.of("organization", organization.value()));
		referring.forEach((table, references) -> {
			Map<String, Object> row = new LinkedHashMap<>();
			columns(table).forEach((column) -> row.put(column.name(), column.value()));
			references.forEach((column, other) -> row.put(column, ids.get(other)));
			this.jdbc
				.sql("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
						+ row.keySet().stream().map((column) -> ":" + column).collect(Collectors.joining(", ")) + ")")
				.params(row)
				.update();
			if (referring.values().stream().anyMatch((others) -> others.containsValue(table))) {
				ids.put(table, this.jdbc.sql("select max(id) from " + table).query(Long.class).single());
			}
		});
	}

	private List<Column> columns(String table) {
		return this.jdbc.sql("""
				select lower(column_name) as name, lower(data_type) as type from information_schema.columns
				where lower(table_name) = :table and lower(table_schema) = 'public' and is_identity = 'NO'
				and (is_nullable = 'NO' or lower(column_name) = :ended) order by ordinal_position""")
			.param("table", table)
			.param("ended", ENDED)
			.query(Column.class)
			.list();
	}

	private Map<String, Long> counts(Map<String, Map<String, String>> tables) {
		return tables.keySet()
			.stream()
			.collect(Collectors.toMap((table) -> table,
					(table) -> this.jdbc.sql("select count(*) from " + table).query(Long.class).single()));
	}

	private static Map<String, Long> plus(Map<String, Long> counts, int more) {
		return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, (one) -> one.getValue() + more));
	}

	/** By table, in the order in which they are made: its columns that refer to which. */
	private static Map<String, Map<String, String>> referring() throws IOException {
		Map<String, Map<String, String>> referring = new LinkedHashMap<>();
		for (MatchResult table : tables()) {
			Map<String, String> references = REFERENCE.matcher(table.group(2))
				.results()
				.filter((reference) -> reference.group(2).equals("organization")
						|| referring.containsKey(reference.group(2)))
				.collect(Collectors.toMap((reference) -> reference.group(1), (reference) -> reference.group(2)));
			if (!references.isEmpty()) {
				referring.put(table.group(1), references);
			}
		}
		return referring;
	}

	private static List<MatchResult> tables() throws IOException {
		List<MatchResult> tables = new ArrayList<>();
		try (Stream<Path> files = Files.list(Path.of("db/migration"))) {
			for (Path file : files.sorted().toList()) {
				String sql = Files.readString(file);
				assertThat(sql).doesNotContainPattern("alter table[^;]*references (?!reach )");
				tables.addAll(TABLE.matcher(sql).results().toList());
			}
		}
		return tables;
	}

	/**
	 * A column that has to have a value.
	 *
	 * @param name of it
	 * @param type of its values
	 */
	record Column(String name, String type) {

		Object value() {
			return switch (this.type) {
				case "bigint", "integer" -> 0;
				case "boolean" -> false;
				case "timestamp with time zone" -> MutableClock.START.atOffset(ZoneOffset.UTC);
				default -> "x";
			};
		}

	}

	/** Who keeps the links to Exchange. */
	@TestConfiguration
	@ComponentScan(basePackages = { "io.hybridge.exchange.link", "io.hybridge.connection" }, useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(StoredLinks|KeptClimbs)"))
	static class Links {

	}

}
