package io.hybridge.run.change;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.step.examination.UnreachableFindings;
import io.hybridge.web.text.StoredMessage;

/** The small time line under a change: sent, no answer, first look, confirmed. */
@Component
public class ChangeTimeline {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ChangeTimeline(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void add(long change, Instant at, StoredMessage text) {
		this.jdbc.sql("insert into step_change_timeline (change_id, at, content) values (:change, :at, :content)")
			.param("change", change)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("content", this.json.writeValueAsString(text))
			.update();
	}

	void takeBackNewest(long change) {
		this.jdbc.sql(
				"delete from step_change_timeline where id = (select max(id) from step_change_timeline where change_id = ?)")
			.param(change)
			.update();
	}

	public List<Entry> of(long run) {
		return this.jdbc.sql("""
				select m.change_id, m.at, m.content from step_change_timeline m
				join step_change c on c.id = m.change_id where c.run_id = :run order by m.id""")
			.param("run", run)
			.query((row, number) -> new Entry(row.getLong("change_id"),
					row.getObject("at", OffsetDateTime.class).toInstant(),
					this.json.readValue(row.getString("content"), StoredMessage.class)))
			.list();
	}

	/**
	 * One line of the time line.
	 *
	 * @param change its change
	 * @param text what happened
	 */
	public record Entry(long change, Instant at, StoredMessage text) {

		/** Whether Microsoft 365 refused the change to the account that was signed in. */
		public boolean refusedToAccount() {
			return UnreachableFindings.refusedToAccount(this.text);
		}

	}

}
