package io.hybridge.enablement.run;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.security.People;
import io.hybridge.step.StepName;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The list of runs with its filter, and what the navigation counts. */
@ApplicationTest
class RunsPageTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	StepRuns runs;

	@Autowired
	RunList list;

	@Autowired
	JdbcClient jdbc;

	private OrganizationId fabrikam;

	@BeforeEach
	void begin() {
		this.jdbc.sql("delete from step_run").update();
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
	}

	@Test
	void filtersByTheAddressAndKeepsItInTheForm() throws Exception {
		ask(StepName.OAUTH);
		long other = ask(StepName.SERVERS);
		Document page = page("/runs?step=servers&organization=fabri&result=waiting");
		assertThat(page.select("tbody th a").eachAttr("href")).containsExactly("/runs/" + other);
		assertThat(page.select("thead th").eachText()).containsExactly("Run", "Organization", "Kind", "What", "Result",
				"Asked for");
		assertThat(page.select("tbody tr").text()).as("told apart where another test has a Fabrikam")
			.matches("Run " + other + " Fabrikam( \\(\\S+\\))? Check Servers Waiting.*");
		assertThat(page.select("form [name=result]").val()).isEqualTo("waiting");
		assertThat(page.select("#organization").val()).isEqualTo("fabri");
		assertThat(page.select("#step option[selected]").text()).isEqualTo("Servers");
	}

	@Test
	void saysThatNothingFitsAndLeadsBack() throws Exception {
		ask(StepName.OAUTH);
		Document page = page("/runs?kind=verify");
		assertThat(page.select("main h2").text()).isEqualTo("No run matches the filter");
		assertThat(page.select("main form a[href=/runs]")).hasSize(1);
	}

	@Test
	void countsUnderEachTabWhatTheFilterLets() throws Exception {
		ask(StepName.OAUTH);
		ended(ask(StepName.OAUTH), "BLOCKED");
		ended(ask(StepName.SERVERS), "BLOCKED");
		ended(ask(StepName.SERVERS), "DONE");
		assertThat(tabs("/runs")).containsExactly("All 4", "Running 1", "Needs attention 1", "Completed 2");
		assertThat(tabs("/runs?step=servers")).containsExactly("All 2", "Running 0", "Needs attention 0",
				"Completed 2");
		Document open = page("/runs?result=open");
		assertThat(open.select("tbody .status").eachText()).containsExactly("Needs attention");
		assertThat(open.select(".filters [aria-current=page]").text()).isEqualTo("Needs attention 1");
		assertThat(page("/runs?result=under-way").select("tbody .status").eachText()).containsExactly("Waiting");
		assertThat(page("/runs?result=completed&step=servers").select(".filters a").eachAttr("href")).containsExactly(
				"/runs?step=servers", "/runs?step=servers&result=under-way", "/runs?step=servers&result=open",
				"/runs?step=servers&result=completed");
		assertThat(page("/runs?result=completed&step=servers").select("form a").attr("href"))
			.isEqualTo("/runs?result=completed");
	}

	@Test
	void putsEveryEndOfARunUnderExactlyOneTab() throws Exception {
		for (RunState state : RunState.values()) {
			for (RunKind kind : RunKind.values()) {
				this.jdbc.sql("delete from step_run").update();
				long run = this.runs
					.save(new StepRun(this.fabrikam, StepName.OAUTH, kind, AuditActor.person(7, "Petra Kern", null),
							MutableClock.START))
					.id();
				if (state.ended()) {
					ended(run, state.name());
				}
				assertThat(underTabs(run)).as(state + " of " + kind).hasSize(1);
				for (RunKind newer : RunKind.values()) {
					long after = this.runs
						.save(new StepRun(this.fabrikam, StepName.OAUTH, newer,
								AuditActor.person(7, "Petra Kern", null), MutableClock.START))
						.id();
					ended(after, "DONE");
					assertThat(underTabs(run)).as(state + " of " + kind + " before a newer " + newer).hasSize(1);
				}
			}
		}
	}

	private List<RunTab> underTabs(long run) {
		RunFilter all = new RunFilter(null, null, null, null, null, null, null);
		return Arrays.stream(RunTab.values())
			.filter((tab) -> tab != RunTab.ALL)
			.filter((tab) -> this.list.before(all.under(tab), null, ZoneOffset.UTC)
				.stream()
				.anyMatch((line) -> line.id() == run))
			.toList();
	}

	@Test
	void showsTheRunsOfOneOrganizationExactly() throws Exception {
		OrganizationId other = RegisteredOrganizations.add(this.jdbc, "Fabrikam Nord", "nord.fabrikam.com");
		long own = ask(StepName.OAUTH);
		this.runs.save(new StepRun(other, StepName.OAUTH, RunKind.CHECK, AuditActor.person(7, "Petra Kern", null),
				MutableClock.START));
		String runs = page("/organizations/" + this.fabrikam).select(".tabs a[href^=/runs]").attr("href");
		assertThat(runs).isEqualTo("/runs?of=" + this.fabrikam);
		Document page = page(runs);
		assertThat(page.select("tbody th a").eachAttr("href")).containsExactly("/runs/" + own);
		assertThat(page.select("header.top strong").text()).startsWith("Fabrikam");
		assertThat(page.select("form input[name=of]").val()).isEqualTo(this.fabrikam.toString());
		assertThat(page.select(".filters a").eachAttr("href")).allMatch((tab) -> tab.contains("of=" + this.fabrikam));
		assertThat(page("/runs?of=fabrikam").select("tbody tr")).as("what is not understood filters nothing")
			.hasSize(2);
	}

	private List<String> tabs(String address) throws Exception {
		return page(address).select(".filters a").eachText();
	}

	private void ended(long run, String state) {
		this.jdbc.sql("update step_run set state = ?, ended_at = requested_at where id = ?")
			.params(state, run)
			.update();
	}

	@Test
	void saysWhatARunWasAbout() throws Exception {
		long check = ask(StepName.OAUTH);
		this.jdbc
			.sql("""
					insert into step_plan (organization_id, step, purpose, run_id, content, fingerprint, author_id, author_name,
					  made_at, valid_until)
					select organization_id, step, 'APPLY', id, '{"changes":[
					  {"change":"disable-push-proxy"},{"change":"disable-push-proxy"}],"undoes":[],"sideEffects":[],
					  "untouched":[],"exposure":false}', 'f', 7, 'Petra Kern', requested_at, requested_at from step_run where id = ?""")
			.param(check)
			.update();
		long apply = ask(StepName.OAUTH);
		for (int i = 0; i < 2; i++) {
			this.jdbc.sql("""
					insert into step_change (version, run_id, ordinal, content, state, attempts, looks, undone)
					values (0, ?, ?, '{}', ?, 0, 0, false)""").params(apply, i, (i == 0) ? "DONE" : "WAITING").update();
		}
		assertThat(page("/runs").select("tbody td .evidence").eachText()).containsExactly("1 of 2 changes carried out",
				"Petra Kern", "Plan: 2 changes", "Petra Kern");
		this.jdbc.sql("delete from step_change where run_id = ?").param(apply).update();
		this.jdbc.sql("delete from step_plan").update();
	}

	@Test
	void goesOnUnderTheSameFilter() throws Exception {
		for (int i = 0; i <= RunList.PAGE; i++) {
			ask(StepName.OAUTH);
		}
		String older = page("/runs?step=oauth").select("a[rel=next]").attr("href");
		assertThat(older).startsWith("/runs?step=oauth&before=");
		assertThat(page(older).select("tbody tr")).hasSize(1);
	}

	@Test
	void countsInTheNavigationWhatIsUnderWay() throws Exception {
		assertThat(page("/settings/profile").select("nav.side a[href=/runs]").text()).isEqualTo("Runs");
		ask(StepName.OAUTH);
		ask(StepName.SERVERS);
		assertThat(page("/settings/profile").select("nav.side a[href=/runs]").text()).isEqualTo("Runs 2 running");
	}

	private long ask(StepName step) {
		return this.runs
			.save(new StepRun(this.fabrikam, step, RunKind.CHECK, AuditActor.person(7, "Petra Kern", null),
					MutableClock.START))
			.id();
	}

	private Document page(String address) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(java.net.URI.create(address)).with(People.auditor()))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

}
