package io.hybridge.campaign;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.campaign.Deed.Witness;

/** Reads, in the moment of a call, what the books say of it. */
class Witnesses {

	private final JdbcClient books;

	private final Map<Long, Integer> begun = new ConcurrentHashMap<>();

	/** Reads what is committed, whoever asks: a mortal's connection would count. */
	Witnesses(DataSource pool) {
		this.books = JdbcClient.create(pool);
	}

	/** Another console begins to work on a run. */
	int begin(long run) {
		return this.begun.merge(run, 1, Integer::sum);
	}

	Witness of(Working working, String call, String object) {
		Optional<Row> row = call.equals("Restart-HealthManager") ? probe(working.run(), object) : change(working.run());
		boolean ended = this.books.sql("select count(*) from step_run where id = ? and ended_at is not null")
			.param(working.run())
			.query(Long.class)
			.single() > 0;
		return new Witness(row.map(Row::name).orElse(""), row.filter(this::attempted).isPresent(),
				this.begun.getOrDefault(working.run(), 0), ended);
	}

	private Optional<Row> change(long run) {
		return this.books.sql("""
				select id, attempts from step_change where run_id = ? and state in ('SENT', 'UNKNOWN')
				order by ordinal""").param(run).query((row, number) -> {
			String name = "change-" + row.getLong("id");
			return new Row(name, name + "-" + row.getInt("attempts"));
		}).list().stream().findFirst();
	}

	private Optional<Row> probe(long run, String object) {
		return this.books
			.sql("""
					select id from server_probe where run_id = ? and state in ('RESTARTING', 'UNKNOWN') and ? like '%' || server
					""")
			.params(run, object)
			.query((row, number) -> new Row("probe-" + row.getLong("id"),
					"health_manager_restart-" + row.getLong("id")))
			.list()
			.stream()
			.findFirst();
	}

	private boolean attempted(Row row) {
		return this.books.sql("select count(*) from audit_entry where pair = ? and outcome = 'ATTEMPTED'")
			.param(row.pair())
			.query(Long.class)
			.single() > 0;
	}

	private record Row(String name, String pair) {
	}

}
