package io.hybridge.audit.reading;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import io.hybridge.audit.search.AuditFilter;
import io.hybridge.audit.search.Search;
import io.hybridge.audit.search.SearchForm;

/**
 * How long the list of the audit log takes among a million records, each with its pair
 * and its run, filter by filter; see {@code docs/benchmarks.md}. Argument: the address of
 * an empty H2, or {@code postgresql} for one that is started for this.
 */
class MillionRecords {

	private static final int RECORDS = 1_000_000;

	private static final int ROUNDS = 20;

	private static final List<String> LINES = List.of("", "organization:7", "actor:petra", "actor:amira", "server:ex1",
			"server:ex17", "action:sign-in", "action:set-up", "outcome:refused", "outcome:conflict",
			"since:2026-03-01 until:2026-03-02", "reason:CHG-4711", "address:10.0.0.7", "run:4711", "microsoftsts",
			"7595dbde0000999", "nobodyhasthis", "-action:change", "-actor:petra", "petra -ex1 outcome:refused",
			"actor:amira action:change server:ex1");

	private static final String ENTRIES = """
			insert into audit_entry (chain, number, happened_at, kind, outcome, actor_type, actor_id, actor_name,
				organization_id, organization_name, server, run_id, pair, reason, address, parameters, evidence, words,
				canonical, hash)
			select mod(n, 20) + 1, n, %2$s,
				case when mod(n, 10) < 6 then 'CHANGE' when mod(n, 10) < 9 then 'SIGN_IN' when mod(n, 100000) = 9
					then 'SET_UP' else 'CHECK' end,
				case when mod(n, 50) = 0 then 'REFUSED' when mod(n, 99991) = 1 then 'CONFLICT' else 'DONE' end,
				'PERSON', 1, case when mod(n, 1000) = 0 then 'Amira Haddad' else 'Petra Kern' end, mod(n, 20) + 1,
				'Fabrikam', 'ex1.fabrikam.com', n / 8, 'p-' || (n / 40) || '-' || mod(n, 20), 'CHG-' || (n / 50), '10.0.0.' || mod(n, 250),
				'{"change":"set-auth-server","object":"MicrosoftSts"}', repeat('evidence ', 40),
				case when mod(n, 1000) = 0 then '  amira haddad  actor:amira actor:haddad '
					else '  petra kern  actor:petra actor:kern ' end
					|| case when mod(n, 20) = 16 then ' ex17 fabrikam com  server:ex17 server:fabrikam server:com '
					else ' ex1 fabrikam com  server:ex1 server:fabrikam server:com ' end
					|| ' chg ' || (n / 50) || '  reason:chg reason:' || (n / 50) || '  10 0 0 ' || mod(n, 250)
					|| '  address:10 address:0 address:0 address:' || mod(n, 250) || '  fabrikam  microsoftsts  7595dbde0000'
					|| n || ' ', repeat('canonical ', 80), 'hash' from %1$s""";

	private static final String BEGIN = "timestamp with time zone '2026-01-01 00:00:00+00'";

	private final JdbcClient jdbc;

	private final AuditQueries queries;

	private final String source;

	private MillionRecords(DataSource database, String source) {
		this.jdbc = JdbcClient.create(database);
		this.queries = new AuditQueries(this.jdbc);
		this.source = source;
	}

	public static void main(String[] arguments) throws Exception {
		boolean h2 = !arguments[0].equals("postgresql");
		DataSource database = h2 ? new SingleConnectionDataSource(arguments[0], true)
				: EmbeddedPostgres.start().getPostgresDatabase();
		new ResourceDatabasePopulator(new FileSystemResource("db/migration/V020__audit.sql")).execute(database);
		MillionRecords records = new MillionRecords(database,
				h2 ? "(select \"X\" as n from system_range(1, " + RECORDS + ")) numbers"
						: "generate_series(1, " + RECORDS + ") as numbers(n)");
		records.fill();
		LINES.forEach(records::measure);
	}

	private void fill() {
		this.jdbc.sql(ENTRIES.formatted(this.source, this.source.startsWith("gen")
				? BEGIN + " + n * interval '20' second" : "dateadd('SECOND', n * 20, " + BEGIN + ")"))
			.update();
		word("'petra'", "mod(n, 1000) <> 0");
		word("'kern'", "mod(n, 1000) <> 0");
		word("'amira'", "mod(n, 1000) = 0");
		word("'ex1'", "mod(n, 20) <> 16");
		word("'ex17'", "mod(n, 20) = 16");
		word("'fabrikam'", "true");
		word("'microsoftsts'", "true");
		word("'chg'", "true");
		word("cast(n / 50 as varchar)", "true");
		word("'7595dbde0000' || n", "true");
		this.jdbc.sql("analyze").update();
	}

	private void word(String word, String condition) {
		String bytes = this.source.startsWith("gen") ? "convert_to(" + word + ", 'UTF8')"
				: "stringtoutf8(" + word + ")";
		this.jdbc
			.sql("insert into audit_word select " + bytes + " as word, n from " + this.source + " where " + condition
					+ " order by word, n")
			.update();
	}

	private void measure(String line) {
		AuditFilter filter = Search.read(SearchForm.of(line), ZoneOffset.UTC, (name) -> List.of()).filter();
		long[] list = new long[ROUNDS];
		long[] count = new long[ROUNDS];
		int hits = 0;
		for (int i = 0; i < ROUNDS; i++) {
			long begin = System.nanoTime();
			List<AuditSummary> page = this.queries.newest(filter, 50).summaries();
			this.queries.deedsOf(page.stream().map(AuditSummary::runId).toList(), 51);
			this.queries.pairsOf(page);
			long between = System.nanoTime();
			hits = this.queries.count(filter, 1000);
			list[i] = between - begin;
			count[i] = System.nanoTime() - between;
		}
		System.out.printf("%-40s list %6.1f ms, hits %6.1f ms (p95), %d hits%n", line, p95(list), p95(count), hits);
	}

	private static double p95(long[] times) {
		Arrays.sort(times);
		return times[times.length * 95 / 100 - 1] / 1e6;
	}

}
