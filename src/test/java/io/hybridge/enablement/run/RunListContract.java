package io.hybridge.enablement.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.audit.AuditActor;
import io.hybridge.enablement.run.RunList.RunLine;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.step.StepName;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What the list of runs promises, whatever the database. */
@Import(RunList.class)
abstract class RunListContract {

	private static final Instant NOW = MutableClock.START;

	private static final RunFilter ALL = new RunFilter(null, null, null, null, null, null, null);

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	@Autowired
	RunList list;

	@Autowired
	StepRuns runs;

	@Autowired
	JdbcClient jdbc;

	private OrganizationId fabrikam;

	@BeforeEach
	void beginWithNoRun() {
		List.of("step_run", "organization").forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
	}

	@Test
	void isEmptyWhereNothingWasAskedFor() {
		assertThat(page(null)).isEmpty();
	}

	@Test
	void saysWhatWasAskedOfWhomAndHowItStands() {
		StepRun run = this.runs.save(new StepRun(this.fabrikam, StepName.PUSH_PROXY, RunKind.VERIFY, PETRA, NOW));
		assertThat(page(null)).containsExactly(new RunLine(run.id(), this.fabrikam.value(), "Fabrikam",
				StepName.PUSH_PROXY, RunKind.VERIFY, RunState.QUEUED, "Petra Kern", NOW, false));
	}

	@Test
	void showsTheNewestFirst() {
		List<Long> asked = ask(3);
		assertThat(page(null)).extracting(RunLine::id).containsExactlyElementsOf(asked.reversed());
	}

	@Test
	void showsAFullPageWithoutTheRest() {
		List<Long> asked = ask(RunList.PAGE + 1);
		assertThat(page(null)).hasSize(RunList.PAGE)
			.extracting(RunLine::id)
			.startsWith(asked.getLast())
			.doesNotContain(asked.getFirst());
	}

	@Test
	void losesAndRepeatsNoRunFromPageToPage() {
		List<Long> asked = ask(2 * RunList.PAGE + 7);
		List<List<RunLine>> pages = pages();
		assertThat(pages).extracting(List::size).containsExactly(RunList.PAGE, RunList.PAGE, 7);
		assertThat(pages.stream().flatMap(List::stream).map(RunLine::id)).containsExactlyElementsOf(asked.reversed());
	}

	@Test
	void losesAndRepeatsNoRunWhileOthersBegin() {
		List<Long> asked = ask(RunList.PAGE + 3);
		List<RunLine> first = page(null);
		ask(5);
		List<RunLine> second = page(first.getLast().id());
		assertThat(second).extracting(RunLine::id).containsExactlyElementsOf(asked.subList(0, 3).reversed());
	}

	@Test
	void goesOnBelowANumberThatIsNotThere() {
		List<Long> asked = ask(3);
		this.jdbc.sql("delete from step_run where id = ?").param(asked.get(1)).update();
		assertThat(page(asked.get(1))).extracting(RunLine::id).containsExactly(asked.getFirst());
	}

	@Test
	void hasNothingBeforeTheFirst() {
		assertThat(page(ask(2).getFirst())).isEmpty();
		assertThat(page(0L)).isEmpty();
		assertThat(page(Long.MIN_VALUE)).isEmpty();
	}

	@Test
	void listsTheRunsOfAllOrganizations() {
		ask(1);
		OrganizationId contoso = RegisteredOrganizations.add(this.jdbc, "Contoso", "contoso.com");
		this.runs.save(new StepRun(contoso, StepName.TENANT, RunKind.CHECK, PETRA, NOW));
		assertThat(page(null)).extracting(RunLine::organizationName).containsExactly("Contoso", "Fabrikam");
	}

	@Test
	void showsOnlyWhatTheFilterSays() {
		long check = ask(1).getFirst();
		OrganizationId contoso = RegisteredOrganizations.add(this.jdbc, "Contoso Nord", "contoso.com");
		StepRun probe = this.runs
			.save(new StepRun(contoso, StepName.PUSH_PROXY, RunKind.VERIFY, PETRA, NOW.plus(Duration.ofDays(2))));
		for (RunFilter first : List.of(filter("fabri", "", "", "", "", ""), filter("FABRIKAM.com", "", "", "", "", ""),
				filter("", "oauth", "", "", "", ""), filter("", "", "check", "", "", ""),
				filter("", "", "", "", "", "2026-11-25"))) {
			assertThat(found(first)).as(first.toString()).containsExactly(check);
		}
		for (RunFilter second : List.of(filter("nord", "", "", "", "", ""), filter("", "push-proxy", "", "", "", ""),
				filter("contoso", "push-proxy", "verify", "waiting", "2026-11-26", "2026-11-26"))) {
			assertThat(found(second)).as(second.toString()).containsExactly(probe.id());
		}
		assertThat(found(filter("", "", "", "done", "", ""))).isEmpty();
		assertThat(found(filter(" ", "no step", "no kind", "no result", "no day", "2026-13-40"))).hasSize(2);
		assertThat(found(filter("%", "", "", "", "", ""))).isEmpty();
	}

	@Test
	void filtersNothingByADayThatNoDatabaseHas() {
		long check = ask(1).getFirst();
		for (String day : List.of("+999999-01-01", "-9999-01-01", "+999999999-12-31", "+10000-01-01",
				"-999999999-01-01")) {
			assertThat(found(filter("", "", "", "", day, ""))).as("from " + day).containsExactly(check);
			assertThat(found(filter("", "", "", "", "", day))).as("until " + day).containsExactly(check);
		}
		assertThat(found(filter("", "", "", "", "0000-01-01", "9999-12-31"))).containsExactly(check);
	}

	@Test
	void keepsTheFilterInTheAddressWhateverWasTyped() {
		assertThat(filter("a&b=+c", "", "check", "", "", "").address(7L))
			.isEqualTo("/runs?organization=a%26b%3D%2Bc&kind=check&before=7");
		assertThat(ALL.address(null)).isEqualTo("/runs");
	}

	private List<Long> found(RunFilter filter) {
		return this.list.before(filter, null, ZoneOffset.UTC).stream().map(RunLine::id).toList();
	}

	private static RunFilter filter(String organization, String step, String kind, String result, String from,
			String until) {
		return new RunFilter(null, organization, step, kind, result, from, until);
	}

	private List<RunLine> page(Long before) {
		return this.list.before(ALL, before, ZoneOffset.UTC);
	}

	private List<List<RunLine>> pages() {
		List<List<RunLine>> pages = new ArrayList<>();
		List<RunLine> page = page(null);
		while (!page.isEmpty() && pages.size() < 10) {
			pages.add(page);
			page = page(page.getLast().id());
		}
		return pages;
	}

	/** Every run at the same moment, so that no order but that of the key can help. */
	private List<Long> ask(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> this.runs.save(new StepRun(this.fabrikam, StepName.OAUTH, RunKind.CHECK, PETRA, NOW)).id())
			.toList();
	}

}
