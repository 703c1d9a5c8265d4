package io.hybridge.enablement.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.enablement.run.RunList.RunLine;
import io.hybridge.run.plan.Plans;

/** What the runs of a page were about: how large a plan, how many changes or servers. */
@Component
class RunContents {

	private final JdbcClient jdbc;

	private final Plans plans;

	RunContents(JdbcClient jdbc, Plans plans) {
		this.jdbc = jdbc;
		this.plans = plans;
	}

	/**
	 * Asks for a whole page at once.
	 * @return by run; none of a run that has nothing to count
	 */
	Map<Long, Content> of(List<RunLine> lines) {
		Map<Long, Content> contents = new HashMap<>();
		if (lines.isEmpty()) {
			return contents;
		}
		List<Long> runs = lines.stream().map(RunLine::id).toList();
		this.plans.sizes(lines.stream().map(RunLine::organization).distinct().toList(), runs)
			.forEach((run, changes) -> contents.put(run, new Content("runs.what.plan", changes, 0)));
		this.jdbc.sql("""
				select run_id, count(*) as planned, count(case when state = 'DONE' then 1 end) as made
				from step_change where run_id in (:runs) group by run_id""").param("runs", runs).query((row) -> {
			contents.put(row.getLong("run_id"),
					new Content("runs.what.changes", row.getInt("planned"), row.getInt("made")));
		});
		this.jdbc.sql("select run_id, count(*) as servers from server_probe where run_id in (:runs) group by run_id")
			.param("runs", runs)
			.query((row) -> {
				contents.put(row.getLong("run_id"), new Content("runs.what.servers", row.getInt("servers"), 0));
			});
		return contents;
	}

	/**
	 * What a run was about.
	 *
	 * @param key of its sentence
	 * @param count of changes or servers
	 * @param made how many of the changes
	 */
	record Content(String key, int count, int made) {
	}

}
