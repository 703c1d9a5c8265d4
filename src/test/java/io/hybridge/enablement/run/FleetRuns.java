package io.hybridge.enablement.run;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * How long the list of runs and the counts of its tabs take among 2,000 organizations
 * with 60 runs each; see {@code docs/benchmarks.md}. Argument: the address of an empty
 * H2, or {@code postgresql} for one that is started for this.
 */
class FleetRuns {

	private static final int ORGANIZATIONS = 2000;

	private static final int RUNS = 120_000;

	private static final int ROUNDS = 20;

	private static final RunFilter ALL = new RunFilter(null, null, null, null, null, null, null);

	private final JdbcClient jdbc;

	private final RunList list;

	private final boolean h2;

	private FleetRuns(DataSource database, boolean h2) {
		this.jdbc = JdbcClient.create(database);
		this.list = new RunList(this.jdbc);
		this.h2 = h2;
	}

	public static void main(String[] arguments) throws Exception {
		boolean h2 = !arguments[0].equals("postgresql");
		DataSource database = h2 ? new SingleConnectionDataSource(arguments[0], true)
				: EmbeddedPostgres.start().getPostgresDatabase();
		for (String script : List.of("V001__organization", "V050__run", "V062__overwrite", "V063__actor_role")) {
			new ResourceDatabasePopulator(new FileSystemResource("db/migration/" + script + ".sql")).execute(database);
		}
		FleetRuns runs = new FleetRuns(database, h2);
		runs.fill();
		for (RunTab tab : RunTab.values()) {
			runs.measure(ALL.under(tab));
		}
		runs.measure(new RunFilter(null, "fabrikam 1234", null, null, null, null, null));
		runs.measure(new RunFilter(null, null, "oauth", "apply", null, null, null));
		runs.measure(new RunFilter(null, null, null, null, null, "2026-02-01", "2026-02-02"));
	}

	private void fill() {
		this.jdbc
			.sql("""
					insert into organization (name, domain, typed_domain, environment, registered_at, version)
					select 'Fabrikam ' || n, 'fabrikam' || n || '.com', 'fabrikam' || n || '.com', 'LIVE', %s, 0 from %s"""
				.formatted(time("n"), numbers(ORGANIZATIONS)))
			.update();
		this.jdbc
			.sql("""
					insert into step_run (organization_id, step, kind, state, actor_id, actor_name, requested_at, ended_at)
					select mod(n, %d) + 1,
					  case mod(n / 2000, 4) when 0 then 'TENANT' when 1 then 'SERVERS' when 2 then 'OAUTH' else 'PUSH_PROXY' end,
					  case when mod(n, 7) = 0 then 'APPLY' else 'CHECK' end,
					  case when n > %d then 'RUNNING' when mod(n, 3) = 0 then 'BLOCKED' when mod(n, 7) = 0 then 'DONE'
					    else 'AS_WANTED' end, 1, 'Petra Kern', %s, case when n > %d then null else %s end from %s"""
				.formatted(ORGANIZATIONS, RUNS - 20, time("n"), RUNS - 20, time("n"), numbers(RUNS)))
			.update();
		this.jdbc.sql("analyze").update();
	}

	private String numbers(int count) {
		return this.h2 ? "(select \"X\" as n from system_range(1, " + count + ")) numbers"
				: "generate_series(1, " + count + ") as numbers(n)";
	}

	private String time(String minutes) {
		String begin = "timestamp with time zone '2026-01-01 00:00:00+00'";
		return this.h2 ? "dateadd('MINUTE', " + minutes + ", " + begin + ")"
				: begin + " + " + minutes + " * interval '1' minute";
	}

	private void measure(RunFilter filter) {
		long[] list = new long[ROUNDS];
		long[] tabs = new long[ROUNDS];
		int count = 0;
		for (int i = 0; i < ROUNDS; i++) {
			long begin = System.nanoTime();
			this.list.before(filter, null, ZoneOffset.UTC);
			long between = System.nanoTime();
			for (RunTab tab : RunTab.values()) {
				this.list.count(filter.under(tab), ZoneOffset.UTC);
			}
			list[i] = between - begin;
			tabs[i] = System.nanoTime() - between;
			count = this.list.count(filter, ZoneOffset.UTC);
		}
		System.out.printf("%-50s list %6.1f ms, all tabs %6.1f ms (p95), %d%n", filter.address(null), p95(list),
				p95(tabs), count);
	}

	private static double p95(long[] times) {
		Arrays.sort(times);
		return times[times.length * 95 / 100 - 1] / 1e6;
	}

}
