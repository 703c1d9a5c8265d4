package io.hybridge.run.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.ChangeJson;
import io.hybridge.step.StepName;

/** Keeps plans; a plan is written once and never changed, at most put aside. */
@Component
public class Plans {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final EnablementSettings settings;

	private final Clock clock;

	Plans(JdbcClient jdbc, JsonMapper json, EnablementSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.json = json.rebuild().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Keeps a plan, in the caller's transaction.
	 * @param run the check that made it
	 * @param kind apply or undo
	 * @param content what it contains
	 * @param now the moment from which it may be applied, for as long as is set
	 */
	public void keep(StepRun run, PlanKind kind, Plan.Content content, Instant now) {
		this.jdbc.sql("""
				insert into step_plan (organization_id, step, purpose, run_id, content, fingerprint, author_id,
				  author_name, made_at, valid_until)
				values (:organization, :step, :purpose, :run, :content, :fingerprint, :author, :name, :made, :until)""")
			.param("organization", run.organization().value())
			.param("step", run.step().name())
			.param("purpose", kind.name())
			.param("run", run.id())
			.param("content", this.json.writeValueAsString(content))
			.param("fingerprint", ChangeJson.fingerprint(content.required()))
			.param("author", run.actor().id())
			.param("name", run.actor().name())
			.param("made", now.atOffset(ZoneOffset.UTC))
			.param("until", now.plus(this.settings.planValidity()).atOffset(ZoneOffset.UTC))
			.update();
	}

	public Optional<Plan> find(long id) {
		return this.jdbc.sql("select * from step_plan where id = :id").param("id", id).query(this::plan).optional();
	}

	/**
	 * The plan that a run made from what it saw.
	 * @return the plan, or empty when there was nothing to plan
	 */
	public Optional<Plan> madeBy(long run) {
		return this.jdbc.sql("select * from step_plan where run_id = :run order by id desc limit 1")
			.param("run", run)
			.query(this::plan)
			.optional();
	}

	/**
	 * How many changes the plans require that some runs made.
	 * @param organizations whose runs these are
	 * @param runs the checks
	 * @return by run, where it made one
	 */
	public Map<Long, Integer> sizes(List<Long> organizations, List<Long> runs) {
		Map<Long, Integer> sizes = new HashMap<>();
		this.jdbc.sql("""
				select run_id, content from step_plan
				where organization_id in (:organizations) and run_id in (:runs) order by id""")
			.param("organizations", organizations)
			.param("runs", runs)
			.query((row) -> {
				sizes.put(row.getLong("run_id"), content(row).required().size());
			});
		return sizes;
	}

	/**
	 * The newest plan of a step.
	 * @return the plan, whether it is still valid or not
	 */
	public Optional<Plan> newest(OrganizationId organization, StepName step) {
		return this.jdbc.sql("""
				select * from step_plan where organization_id = :organization and step = :step
				order by id desc limit 1""")
			.param("organization", organization.value())
			.param("step", step.name())
			.query(this::plan)
			.optional();
	}

	/**
	 * Puts a plan aside, in the caller's transaction: nobody can apply it any more.
	 * @return false when somebody has done so already
	 */
	public boolean discard(Plan plan, Instant now) {
		return this.jdbc.sql("update step_plan set discarded_at = :now where id = :id and discarded_at is null")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("id", plan.id())
			.update() == 1;
	}

	/** What was seen over another connection may have been another world. */
	@EventListener
	void reachedElsewhere(ServerLinks.LeadElsewhere elsewhere) {
		this.jdbc.sql("update step_plan set discarded_at = ? where organization_id = ? and discarded_at is null")
			.params(this.clock.instant().atOffset(ZoneOffset.UTC), elsewhere.organization().value())
			.update();
	}

	public boolean discarded(Plan plan) {
		return this.jdbc.sql("select count(*) from step_plan where id = ? and discarded_at is not null")
			.param(plan.id())
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Whether a plan still says what there is to do.
	 * @param plan that a person read
	 * @param now what would be planned now
	 * @return true when both have the same changes in the fields that decide
	 */
	public boolean stillFits(Plan plan, Inspection now) {
		return now.content()
			.map((content) -> ChangeJson.fingerprint(content.required()).equals(plan.fingerprint()))
			.orElse(false);
	}

	private Plan.Content content(ResultSet row) throws SQLException {
		return this.json.readValue(row.getString("content"), Plan.Content.class);
	}

	private Plan plan(ResultSet row, int number) throws SQLException {
		return new Plan(row.getLong("id"), new OrganizationId(row.getLong("organization_id")),
				StepName.valueOf(row.getString("step")), PlanKind.valueOf(row.getString("purpose")),
				row.getLong("run_id"), content(row), row.getString("fingerprint"), row.getString("author_name"),
				row.getObject("made_at", OffsetDateTime.class).toInstant(),
				row.getObject("valid_until", OffsetDateTime.class).toInstant());
	}

}
