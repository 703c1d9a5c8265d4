package io.hybridge.monitoring;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.organization.LimitedAccounts;
import io.hybridge.organization.Organization;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.organization.sight.VisibleOrganizations;
import io.hybridge.run.ActiveRuns;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.status.Expiries;
import io.hybridge.run.status.StatusSettings;
import io.hybridge.step.StepName;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What the dashboard asks of the database, whatever the database. */
@Import({ OrganizationOverview.class, OrganizationOverviewContract.Json.class, ActiveRuns.class, ProbeResults.class,
		Expiries.class, VisibleOrganizations.class })
@EnableConfigurationProperties(StatusSettings.class)
abstract class OrganizationOverviewContract {

	@Autowired
	OrganizationOverview overview;

	@Autowired
	ActiveRuns runs;

	@Autowired
	ProbeResults proofs;

	@Autowired
	Expiries expiries;

	@Autowired
	VisibleOrganizations visible;

	@Autowired
	MutableClock clock;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void empty() {
		List.of("expiry", "server_probe", "step_change", "step_run", "step_status", "organization",
				"organization_group")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.jdbc.sql("delete from account where user_name like '%@limited.example'").update();
	}

	@Test
	void leadsThroughAllPagesWithoutLosingOrRepeatingAnOrganization() {
		for (int i = 0; i < 25; i++) {
			stand("Same name", (i % 2 == 0) ? "IN_EFFECT" : "APPLIED", Duration.ofHours(1));
		}
		assertThat(walked((after) -> this.overview.worst(null, null, after, 4))).hasSize(25).doesNotHaveDuplicates();
		assertThat(walked((after) -> this.overview.byName(null, after, 4))).hasSize(25).doesNotHaveDuplicates();
		assertThat(walked((after) -> this.overview.worst(null, OverallState.APPLIED, after, 5))).hasSize(12)
			.doesNotHaveDuplicates();
	}

	@Test
	void ranksWorstFirstAndKnowsOldData() {
		stand("Adatum", "IN_EFFECT", Duration.ofHours(1));
		stand("Contoso", "IN_EFFECT", Duration.ofHours(25));
		stand("Fabrikam", "CONFLICT", Duration.ofHours(25));
		register("Litware");
		assertThat(this.overview.worst(null, null, null, 10)).extracting(OrganizationLine::standing)
			.containsExactly(OverallState.CONFLICT, OverallState.OLD, OverallState.NOT_STARTED, OverallState.IN_EFFECT);
		assertThat(this.overview.counts(null)).containsEntry(OverallState.OLD, 1L)
			.containsEntry(OverallState.NOT_STARTED, 1L);
	}

	/** Nobody has to look again at what was good once our changes were taken back. */
	@Test
	void saysTakenBackAlsoADayLater() {
		stand("Adatum", "IN_EFFECT", Duration.ofHours(25));
		this.jdbc.sql("update step_status set state = 'TAKEN_BACK' where step = 'OAUTH'").update();
		OrganizationLine line = this.overview.worst(null, null, null, 10).getFirst();
		assertThat(line.standing()).isEqualTo(OverallState.TAKEN_BACK);
		assertThat(line.getDecisive().step()).isEqualTo(StepName.OAUTH);
	}

	@Test
	void findsAnOrganizationByAPartOfItsNameOrDomainInAnyCase() {
		stand("Adatum", "IN_EFFECT", Duration.ofHours(1));
		stand("Contoso Nord", "CONFLICT", Duration.ofHours(1));
		assertThat(this.overview.worst("NORD ", null, null, 10)).extracting(OrganizationLine::name)
			.containsExactly("Contoso Nord");
		assertThat(this.overview.byName("former-", null, 10)).extracting(OrganizationLine::name)
			.containsExactly("Adatum");
		assertThat(this.overview.counts("nord")).containsOnlyKeys(OverallState.CONFLICT);
		assertThat(this.overview.byName("%", null, 10)).isEmpty();
	}

	@Test
	void seesThatDataGrewOldThoughNobodyWroteAnything() {
		stand("Adatum", "IN_EFFECT", Duration.ofHours(1));
		assertThat(this.overview.worst(null, null, null, 10)).extracting(OrganizationLine::standing)
			.containsExactly(OverallState.IN_EFFECT);
		this.clock.advance(Duration.ofHours(25));
		assertThat(this.overview.worst(null, null, null, 10)).extracting(OrganizationLine::standing)
			.containsExactly(OverallState.OLD);
	}

	@Test
	void leavesOutWhatIsArchived() {
		stand("Adatum", "IN_EFFECT", Duration.ofHours(1));
		this.jdbc.sql("update organization set archived_at = registered_at").update();
		assertThat(this.overview.counts(null)).isEmpty();
		assertThat(this.overview.byName(null, null, 10)).isEmpty();
	}

	@Test
	void pagesThroughTheArchivedByNameThoughNamesAreTheSame() {
		List<Long> expected = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			expected.add(register("Same"));
		}
		expected.addFirst(register("Another"));
		assertThat(this.visible.archived()).isZero();
		this.jdbc.sql("update organization set archived_at = registered_at").update();
		List<Long> seen = new ArrayList<>();
		for (List<Organization> page = this.visible.archived(0, 2); !page.isEmpty(); page = this.visible
			.archived(seen.getLast(), 2)) {
			page.forEach((organization) -> seen.add(organization.id().value()));
		}
		assertThat(seen).isEqualTo(expected);
		assertThat(this.visible.archived()).isEqualTo(6);
	}

	/** Everything that is read over all organizations, for who is limited to some. */
	@Test
	void showsWhoIsLimitedTheirOrganizationsAndNoOthers() {
		stand("Adatum", "IN_EFFECT", Duration.ofHours(1));
		stand("Contoso", "CONFLICT", Duration.ofHours(1));
		stand("Fabrikam", "CONFLICT", Duration.ofHours(1));
		long adatum = named("Adatum");
		long contoso = named("Contoso");
		long fabrikam = named("Fabrikam");
		List.of(adatum, contoso, fabrikam).forEach((organization) -> {
			run(organization, "CHECK", "QUEUED");
			this.jdbc
				.sql("insert into expiry (organization_id, kind, name, ends_at) values (?, 'TENANT_KEY', 'key', ?)")
				.params(organization, MutableClock.START.atOffset(ZoneOffset.UTC))
				.update();
		});
		this.jdbc.sql("update step_status set running_run_id = 1").update();
		long nobody = LimitedAccounts.add(this.jdbc, "nobody");
		long direct = LimitedAccounts.add(this.jdbc, "direct");
		LimitedAccounts.show(this.jdbc, direct, adatum);
		long grouped = LimitedAccounts.add(this.jdbc, "grouped");
		LimitedAccounts.showGroup(this.jdbc, grouped, "Customer", adatum, contoso);
		LimitedAccounts.show(this.jdbc, grouped, contoso);

		// One after the other without a write between: nobody gets another's answer.
		assertThat(shown(nobody)).isEmpty();
		assertThat(shown(direct)).containsExactly("Adatum");
		assertThat(shown(grouped)).containsExactly("Adatum", "Contoso");
		assertThat(shown(nobody)).isEmpty();
		assertThat(LimitedAccounts.as(direct, () -> this.visible.shows(adatum))).isTrue();
		assertThat(LimitedAccounts.as(grouped, () -> this.visible.shows(fabrikam))).isFalse();
		assertThat(LimitedAccounts.as(grouped, () -> this.visible.shows(contoso))).isTrue();
		assertThat(LimitedAccounts.as(direct, () -> this.visible.shows(contoso))).isFalse();
		assertThat(LimitedAccounts.as(direct,
				() -> this.overview.byName(null, new OrganizationOverview.After(OverallState.CONFLICT, contoso), 9)))
			.isEqualTo(LimitedAccounts.as(direct,
					() -> this.overview.byName(null, new OrganizationOverview.After(OverallState.CONFLICT, 0), 9)));
		assertThat(this.overview.byName(null, null, 9)).extracting(OrganizationLine::name)
			.containsExactly("Adatum", "Contoso", "Fabrikam");

		this.jdbc.sql("update organization set archived_at = registered_at").update();
		assertThat(LimitedAccounts.as(direct, () -> this.visible.archived(0, 9))).extracting(Organization::name)
			.containsExactly("Adatum");
		assertThat(LimitedAccounts.as(direct, () -> this.visible.archived())).isOne();
	}

	/** By each of the questions, which all have to come to the same. */
	private List<String> shown(long account) {
		return LimitedAccounts.as(account, () -> {
			List<String> names = this.overview.byName(null, null, 9).stream().map(OrganizationLine::name).toList();
			assertThat(this.overview.worst(null, null, null, 9)).extracting(OrganizationLine::name)
				.containsExactlyInAnyOrderElementsOf(names);
			assertThat(this.overview.counts(null).values().stream().mapToLong(Long::longValue).sum())
				.isEqualTo(names.size());
			assertThat(this.overview.beingWorkedOn()).isEqualTo(names.size());
			assertThat(this.runs.count()).isEqualTo(names.size());
			assertThat(this.runs.newest(9)).hasSameSizeAs(names);
			assertThat(this.expiries.after(null, 9)).extracting(Expiries.Dated::title).containsExactlyElementsOf(names);
			return names;
		});
	}

	private long named(String name) {
		return this.jdbc.sql("select id from organization where name = ?").param(name).query(Long.class).single();
	}

	@Test
	void tellsWhatExpiresWhenPageByPageTheEarliestFirst() {
		long organization = register("Fabrikam");
		for (int i = 0; i < 5; i++) {
			this.jdbc.sql("insert into expiry (organization_id, kind, name, ends_at) values (?, 'TENANT_KEY', ?, ?)")
				.params(organization, "key " + i,
						MutableClock.START.plus(Duration.ofDays(5 - i / 2)).atOffset(ZoneOffset.UTC))
				.update();
		}
		List<String> seen = new ArrayList<>();
		Expiries.Place after = null;
		while (true) {
			List<Expiries.Dated> page = this.expiries.after(after, 2);
			if (page.isEmpty()) {
				break;
			}
			page.forEach((line) -> seen.add(line.expiry().name()));
			after = new Expiries.Place(page.getLast().expiry().at(), page.getLast().id());
		}
		assertThat(seen).containsExactly("key 4", "key 2", "key 3", "key 0", "key 1");
	}

	@Test
	void countsTheRunsThatAreUnderWay() {
		long organization = register("Fabrikam");
		run(organization, "APPLY", "UNKNOWN");
		run(organization, "CHECK", "QUEUED");
		run(organization, "CHECK", "DONE");
		assertThat(this.runs.count()).isEqualTo(2);
	}

	@Test
	void tellsWhichRunsAreUnderWayAndHowFar() {
		long organization = register("Fabrikam");
		long run = run(organization, "APPLY", "UNKNOWN");
		run(organization, "CHECK", "DONE");
		change(run, 0, "DONE");
		change(run, 1, "UNKNOWN");
		assertThat(this.runs.newest(5)).singleElement().satisfies((under) -> {
			assertThat(under.id()).isEqualTo(run);
			assertThat(under.current()).isEqualTo(2);
			assertThat(under.changes()).isEqualTo(2);
		});
	}

	@Test
	void countsAServerThatCouldNotBeAskedAsNotProved() {
		long organization = register("Fabrikam");
		long finished = run(organization, "VERIFY", "DONE");
		probe(finished, 0, "PROBED", "Succeeded");
		probe(finished, 1, "NOT_REACHED", null);
		probe(run(organization, "VERIFY", "RUNNING"), 0, "COUNTING_DOWN", null);
		assertThat(this.proofs.newestProbes(new io.hybridge.organization.OrganizationId(organization)))
			.extracting(ProbeResults.Probed::succeeded)
			.containsExactly(true, false);
	}

	private List<Long> walked(java.util.function.Function<OrganizationOverview.After, List<OrganizationLine>> page) {
		List<Long> seen = new ArrayList<>();
		OrganizationOverview.After after = null;
		while (true) {
			List<OrganizationLine> lines = page.apply(after);
			if (lines.isEmpty()) {
				return seen;
			}
			lines.forEach((line) -> seen.add(line.id()));
			after = new OrganizationOverview.After(lines.getLast().standing(), lines.getLast().id());
		}
	}

	private void stand(String name, String state, Duration age) {
		long id = register(name);
		for (String step : List.of("TENANT", "SERVERS", "OAUTH", "PUSH_PROXY")) {
			this.jdbc
				.sql("""
						insert into step_status (organization_id, step, look, look_reason, look_cause, state, reason, checked_at)
						values (:id, :step, :state, :reason, 'OTHER', :state, :reason, :checked)""")
				.param("id", id)
				.param("step", step)
				.param("state", state)
				.param("reason", "{\"key\":\"monitoring.never\",\"values\":[]}")
				.param("checked", MutableClock.START.minus(age).atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	private long register(String name) {
		return RegisteredOrganizations.add(this.jdbc, name, "example.com").value();
	}

	private long run(long organization, String kind, String state) {
		this.jdbc.sql("""
				insert into step_run (organization_id, step, kind, state, actor_id, actor_name, requested_at)
				values (:organization, 'PUSH_PROXY', :kind, :state, 1, 'Petra Kern', :now)""")
			.param("organization", organization)
			.param("kind", kind)
			.param("state", state)
			.param("now", MutableClock.START.atOffset(ZoneOffset.UTC))
			.update();
		return newest("step_run");
	}

	private void change(long run, int ordinal, String state) {
		this.jdbc.sql("""
				insert into step_change (run_id, ordinal, content, state, attempts, looks, undone)
				values (:run, :ordinal, '{}', :state, 1, 0, false)""")
			.param("run", run)
			.param("ordinal", ordinal)
			.param("state", state)
			.update();
	}

	private void probe(long run, int ordinal, String state, String result) {
		this.jdbc.sql("""
				insert into server_probe (run_id, ordinal, server, state, probed_at, result_type, error)
				values (:run, :ordinal, 'ex1.fabrikam.com', :state, :now, :result, '')""")
			.param("run", run)
			.param("ordinal", ordinal)
			.param("state", state)
			.param("now", MutableClock.START.atOffset(ZoneOffset.UTC))
			.param("result", result, java.sql.Types.VARCHAR)
			.update();
	}

	private long newest(String table) {
		return this.jdbc.sql("select max(id) from " + table).query(Long.class).single();
	}

	@org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
	static class Json {

		@org.springframework.context.annotation.Bean
		tools.jackson.databind.json.JsonMapper jsonMapper() {
			return tools.jackson.databind.json.JsonMapper.builder().build();
		}

	}

}
