package io.hybridge.enablement.run;

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
		assertThat(page.select("tbody th .evidence").text()).isEqualTo("Run " + other);
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
			.save(new StepRun(this.fabrikam, step, RunKind.CHECK, AuditActor.person(7, "Petra Kern"),
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
