package io.hybridge.organization;

import java.time.ZoneOffset;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Correcting, archiving and removing as people see it. */
@ApplicationTest
@TestPropertySource(
		properties = { "db-scheduler.polling-interval=1h", "db-scheduler.immediate-execution-enabled=false" })
class OrganizationCarePagesTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	private String fabrikam;

	@BeforeEach
	void register() {
		List.of("audit_entry", "step_status", "organization_lease", "built_state", "step_run", "organization")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.jdbc.sql("delete from audit_chain where chain > 0").update();
		this.fabrikam = add("Fabrikam", "fabrikam.com");
	}

	@Test
	void correctsTheNameAndSaysItEverywhere() throws Exception {
		send(this.fabrikam + "/settings", "name", " Fabrikam Nord ", "domain", "fabrikam.com", "version", "0");
		assertThat(page(this.fabrikam).select("h1").text()).isEqualTo("Fabrikam Nord");
		assertThat(page("/").select("tbody th a").text()).isEqualTo("Fabrikam Nord");
		assertThat(page("/audit").text()).contains("corrected the name or domain of Fabrikam Nord");
	}

	@Test
	void answersBesideTheFieldAndKeepsWhatWasTyped() throws Exception {
		add("Contoso", "contoso.com");
		MvcResult answer = send(this.fabrikam + "/settings", "name", "Fabrikam", "domain", "contoso.com", "version",
				"0");
		assertThat(answer.getResponse().getStatus()).isEqualTo(422);
		Document page = Jsoup.parse(answer.getResponse().getContentAsString());
		assertThat(page.select("#domain-error").text()).startsWith("Contoso is already here");
		assertThat(page.select("#domain").val()).isEqualTo("contoso.com");
		assertThat(page.select("main form a[href^=/organizations/]:not([href$=settings])").text())
			.isEqualTo("Open Contoso");
	}

	@Test
	void tellsWhoeverWasSlowerThatThePageWasOutOfDate() throws Exception {
		send(this.fabrikam + "/settings", "name", "Fabrikam Nord", "domain", "fabrikam.com", "version", "0");
		for (String verb : List.of("settings", "archive", "remove")) {
			MvcResult answer = send(this.fabrikam + "/" + verb, "name", "Fabrikam Ost", "domain", "fabrikam.com",
					"version", "0");
			assertThat(answer.getResponse().getStatus()).as(verb).isEqualTo(409);
		}
		assertThat(page(this.fabrikam).select("h1").text()).isEqualTo("Fabrikam Nord");
	}

	@Test
	void takesAnArchivedOrganizationOutOfListsAndCountsAndShowsItOnlyToBeRead() throws Exception {
		add("Contoso", "contoso.com");
		send(this.fabrikam + "/archive", "version", "0");
		assertThat(page("/").select("tbody th a").eachText()).containsExactly("Contoso");
		assertThat(page("/").select(".filters a").first().text()).isEqualTo("All 1");
		Document list = page("/organizations");
		assertThat(list.select("tbody th a").eachText()).containsExactly("Contoso");
		assertThat(list.select("a[href=/organizations/archived]")).hasSize(1);
		assertThat(page("/organizations/archived").select("tbody th a").eachText()).containsExactly("Fabrikam");
		Document archived = page(this.fabrikam);
		assertThat(archived.select("main form")).isEmpty();
		assertThat(archived.select("header .tag").eachText()).containsExactly("LAB", "Archived");
		for (String step : List.of("tenant", "servers", "oauth", "push-proxy")) {
			assertThat(page(this.fabrikam + "/enablement/" + step).select("main form")).as(step).isEmpty();
		}
		for (String part : List.of("/sign-in", "/sign-in/panel", "/first-look", "/progress")) {
			MockHttpServletResponse shown = answer(get(this.fabrikam + part).header("HX-Request", "true"),
					People.operator());
			assertThat(shown.getStatus()).as(part).isEqualTo(200);
			assertThat(Jsoup.parse(shown.getContentAsString()).select("form[method=post][action^=/organizations]"))
				.as(part)
				.isEmpty();
		}
	}

	@Test
	void correctsNothingOfAnArchivedOrganization() throws Exception {
		send(this.fabrikam + "/archive", "version", "0");
		MvcResult answer = send(this.fabrikam + "/settings", "name", "Other", "domain", "other.example", "version",
				"1");
		assertThat(followed(answer).select("[role=alert]").text())
			.startsWith("This organization is archived, so its name");
		assertThat(page(this.fabrikam).select("h1").text()).isEqualTo("Fabrikam");
		send(this.fabrikam + "/restore", "version", "1");
		send(this.fabrikam + "/settings", "name", "Other", "domain", "fabrikam.com", "version", "2");
		assertThat(page(this.fabrikam).select("h1").text()).isEqualTo("Other");
	}

	@Test
	void letsNoRunStartAtAnArchivedOrganizationUntilItIsBack() throws Exception {
		send(this.fabrikam + "/archive", "version", "0");
		MvcResult answer = send(this.fabrikam + "/enablement/oauth/check");
		assertThat(this.jdbc.sql("select count(*) from step_run").query(Long.class).single()).isZero();
		assertThat(followed(answer).select("[role=alert]").text()).contains("is archived");
		send(this.fabrikam + "/restore", "version", "1");
		send(this.fabrikam + "/enablement/oauth/check");
		assertThat(this.jdbc.sql("select count(*) from step_run").query(Long.class).single()).isOne();
	}

	@Test
	void asksOnAPageOfItsOwnWhatGoesAndThenRemoves() throws Exception {
		add("Contoso", "contoso.com");
		Document question = page(this.fabrikam + "/remove");
		assertThat(question.select("h1").text()).isEqualTo("Remove Fabrikam?");
		assertThat(question.select("main li").text()).contains("Fabrikam itself, with its domain fabrikam.com",
				"nobody has checked it", "passwords");
		assertThat(question.select("main").text()).contains("Every record of it stays");
		MvcResult answer = send(this.fabrikam + "/remove", "version", "0");
		assertThat(followed(answer).select("[role=status]").text()).contains("Fabrikam was removed.");
		assertThat(this.mvc.perform(get(this.fabrikam).with(People.operator())).andReturn().getResponse().getStatus())
			.isEqualTo(404);
		assertThat(page("/audit").text()).contains("removed Fabrikam with the domain fabrikam.com");
	}

	@Test
	void refusesToRemoveWhereSomethingIsUnderWayAndSaysWhy() throws Exception {
		send(this.fabrikam + "/enablement/oauth/check");
		assertThat(page(this.fabrikam + "/remove").select("main form")).isEmpty();
		assertThat(page(this.fabrikam + "/settings").select("#domain")).isEmpty();
		assertThat(followed(send(this.fabrikam + "/remove", "version", "0")).select("[role=alert]").text())
			.startsWith("A run is under way in this organization.");
	}

	@Test
	void tellsTwoOfOneNameApartWhereverANameStands() throws Exception {
		String other = add("Fabrikam", "fabrikam.de");
		send(other + "/enablement/oauth/check");
		assertThat(page(other).select("h1").text()).isEqualTo("Fabrikam (fabrikam.de)");
		assertThat(page(other).title()).contains("Fabrikam (fabrikam.de)");
		assertThat(page(other).select("header strong").first().text()).isEqualTo("Fabrikam (fabrikam.de)");
		assertThat(page(other + "/settings").select("button").eachText()).doesNotContain("Archive Fabrikam");
		assertThat(page(this.fabrikam + "/remove").select("main button").text())
			.isEqualTo("Remove Fabrikam (fabrikam.com)");
		assertThat(page("/runs").text()).contains("Fabrikam (fabrikam.de)");
		assertThat(page("/").select(".news").text()).contains("Fabrikam (fabrikam.de)");
		assertThat(page(other + "/enablement/oauth").title()).contains("Fabrikam (fabrikam.de)");
	}

	@Test
	void tellsTheRecordsOfTwoOfOneNameApartThoughOneWasCalledOtherwiseOrIsGone() throws Exception {
		String other = add("Contoso", "contoso.com");
		send(this.fabrikam + "/archive", "version", "0");
		assertThat(page("/audit").select(".log").text()).contains("archived Fabrikam").doesNotContain("Fabrikam (");
		send(other + "/settings", "name", "Fabrikam", "domain", "contoso.com", "version", "0");
		send(other + "/archive", "version", "1");
		assertThat(page("/audit").select(".log").text()).contains("archived Fabrikam (fabrikam.com)",
				"archived Fabrikam (contoso.com)");
		send(other + "/remove", "version", "2");
		Document audit = page("/audit");
		assertThat(audit.select(".log").text()).contains("archived Fabrikam (fabrikam.com)",
				"removed Fabrikam (contoso.com)");
		assertThat(audit.select("select[name=organization] option").eachText()).contains("Fabrikam (fabrikam.com)",
				"Fabrikam (contoso.com)");
	}

	@Test
	void showsAnAuditorWhatIsThereAndNoForm() throws Exception {
		Document page = Jsoup.parse(answer(get(this.fabrikam + "/settings"), People.auditor()).getContentAsString());
		assertThat(page.select("main form, main a.button")).isEmpty();
		assertThat(page.select(".facts").text()).contains("Fabrikam", "fabrikam.com");
		assertThat(Jsoup.parse(answer(get(this.fabrikam + "/remove"), People.auditor()).getContentAsString())
			.select("main form")).isEmpty();
	}

	@Test
	void answersNotFoundForAnOrganizationThatIsNotThere() throws Exception {
		for (String verb : List.of("archive", "restore", "remove", "settings", "check", "enablement/oauth/check")) {
			assertThat(send("/organizations/999999/" + verb, "version", "0", "name", "X").getResponse().getStatus())
				.as(verb)
				.isEqualTo(404);
		}
	}

	private String add(String name, String domain) {
		OrganizationId id = RegisteredOrganizations.add(this.jdbc, name, domain);
		this.transaction.executeWithoutResult(
				(status) -> this.events.publishEvent(new Organization.Registered(id, Environment.LIVE)));
		this.jdbc
			.sql("""
					insert into step_status (organization_id, step, look, look_reason, look_cause, state, reason, checked_at)
					values (:id, 'TENANT', 'IN_EFFECT', :reason, 'OTHER', 'IN_EFFECT', :reason, :now)""")
			.param("id", id.value())
			.param("reason", "{\"key\":\"monitoring.never\",\"values\":[]}")
			.param("now", MutableClock.START.atOffset(ZoneOffset.UTC))
			.update();
		return "/organizations/" + id;
	}

	private MvcResult send(String address, String... values) throws Exception {
		var request = post(address).with(People.operator()).with(csrf());
		for (int i = 0; i < values.length; i += 2) {
			request.param(values[i], values[i + 1]);
		}
		return this.mvc.perform(request).andReturn();
	}

	private Document page(String address) throws Exception {
		return Jsoup.parse(answer(get(address), People.operator()).getContentAsString());
	}

	private Document followed(MvcResult answer) throws Exception {
		return Jsoup.parse(
				this.mvc
					.perform(get(answer.getResponse().getRedirectedUrl()).with(People.operator())
						.cookie(answer.getResponse().getCookies()))
					.andReturn()
					.getResponse()
					.getContentAsString());
	}

	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, RequestPostProcessor person)
			throws Exception {
		return this.mvc.perform(request.with(person)).andReturn().getResponse();
	}

}
