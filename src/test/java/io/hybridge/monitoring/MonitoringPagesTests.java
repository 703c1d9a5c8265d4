package io.hybridge.monitoring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.support.SeeingAll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@SpringBootTest(classes = MonitoringApplication.class,
		properties = { "spring.datasource.url=jdbc:h2:mem:monitoring;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
				"hybridge.lab.enabled=true" })
@AutoConfigureMockMvc
@SeeingAll
class MonitoringPagesTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void empty() {
		this.jdbc.sql("delete from step_status").update();
		this.jdbc.sql("delete from organization").update();
	}

	@Test
	void teachesWhatAnOrganizationIsWhileThereIsNone() throws Exception {
		Document page = page("/", Locale.ENGLISH);
		assertThat(page.select("h1").text()).isEqualTo("No organizations yet");
		assertThat(page.select(".path .hop.is-not-reached")).hasSize(4);
	}

	@Test
	void listsTheWorstOrganizationFirst() throws Exception {
		stand("Adatum", "IN_EFFECT", 400, 1);
		stand("Contoso", "NEEDS_ATTENTION", 400, 1);
		stand("Fabrikam", "CONFLICT", 400, 1);
		Document page = page("/", Locale.ENGLISH);
		assertThat(page.select("tbody th a").eachText()).containsExactly("Fabrikam", "Contoso", "Adatum");
		assertThat(page.select("h1").text()).isEqualTo("2 of 3 organizations need attention");
		assertThat(page.select(".filters a").eachText()).containsExactly("All 3", "Conflict 1", "Needs attention 1",
				"In effect 1");
	}

	/** What is chosen stands among the filters, also where nothing has it. */
	@Test
	void marksTheFilterThatIsChosen() throws Exception {
		stand("Adatum", "IN_EFFECT", 400, 1);
		Document page = page("/?state=attention", Locale.ENGLISH);
		assertThat(page.select(".filters [aria-current]").text()).isEqualTo("Needs attention 0");
		assertThat(page.select("tbody tr")).isEmpty();
	}

	@Test
	void sendsAnOrganizationWhoseCertificateEndsWithinAMonthToOAuth() throws Exception {
		long id = stand("Litware", "IN_EFFECT", 12, 1);
		Document page = page("/", Locale.ENGLISH);
		assertThat(page.select("tbody .status").text()).isEqualTo("Needs attention");
		assertThat(page.select("tbody .figures.strong").text()).isEqualTo("12 days");
		assertThat(page.select("tbody .next a").attr("href")).isEqualTo("/organizations/" + id + "/enablement/oauth");
	}

	@Test
	void namesTheOnlyOrganizationAndCountsNothing() throws Exception {
		stand("Litware", "IN_EFFECT", 400, 1);
		assertThat(page("/", Locale.ENGLISH).select("main h1, main .lead").eachText())
			.containsExactly("Litware is in effect", "This page shows what the last checks found.");
		stand("Contoso", "APPLIED", 400, 1);
		assertThat(page("/", Locale.ENGLISH).select("main .lead").text())
			.isEqualTo("One is in effect. This page shows what the last checks found.");
	}

	@Test
	void callsADayOldLookOldData() throws Exception {
		stand("Lucerne", "IN_EFFECT", 400, 26);
		Document page = page("/", Locale.ENGLISH);
		assertThat(page.select("tbody .status").text()).isEqualTo("Old data");
		assertThat(page.select("tbody td[data-label=Checked]").text()).isEqualTo("26 hr ago");
	}

	@Test
	void leadsThroughAllPagesWithoutLosingOrRepeatingAnOrganization() throws Exception {
		for (int i = 0; i < 120; i++) {
			stand("Same name", (i % 2 == 0) ? "IN_EFFECT" : "APPLIED", 400, 1);
		}
		for (String first : List.of("/", "/organizations")) {
			List<String> seen = new java.util.ArrayList<>();
			String address = first;
			while (!address.isEmpty()) {
				Document page = page(address, Locale.ENGLISH);
				seen.addAll(page.select("tbody th a").eachAttr("href"));
				address = page.select("a[rel=next]").attr("href");
			}
			assertThat(seen).hasSize(120).doesNotHaveDuplicates();
		}
	}

	@Test
	void drawsThePathOfOneOrganization() throws Exception {
		long id = stand("Fabrikam", "IN_EFFECT", 400, 1);
		this.jdbc.sql("update step_status set look = 'NEEDS_ATTENTION', state = 'NEEDS_ATTENTION' where step = 'OAUTH'")
			.update();
		Document page = page("/organizations/" + id, Locale.ENGLISH);
		assertThat(page.select(".path .hop").eachAttr("class")).containsExactly("hop is-proved to-broken",
				"hop is-broken to-not-reached", "hop is-not-reached to-not-reached", "hop is-not-reached");
		assertThat(page.select("h2.state").text()).isEqualTo("Notifications stop at the token");
		assertThat(page.title()).isEqualTo("Organization – Fabrikam – Hybridge");
	}

	/** A look at one step is none at all of them. */
	@Test
	void saysWhatWasChecked() throws Exception {
		long id = stand("Fabrikam", "IN_EFFECT", 400, 1);
		assertThat(page("/organizations/" + id, Locale.ENGLISH).select("main").text())
			.contains("All four steps were checked. The oldest check is the one of Tenant");
		this.jdbc.sql("update step_status set checked_at = null where step <> 'SERVERS'").update();
		assertThat(page("/organizations/" + id, Locale.ENGLISH).select("main").text())
			.contains("One of the four steps was checked: Servers");
		assertThat(page("/organizations/" + id, Locale.GERMAN).select("main").text())
			.contains("Von den vier Schritten wurde einer geprüft: Server");
		assertThat(page("/", Locale.ENGLISH).select("tbody tr").text()).contains("1 of 4 steps");
	}

	@Test
	void speaksGerman() throws Exception {
		stand("Fabrikam", "NEEDS_ATTENTION", 400, 1);
		stand("Contoso", "NEEDS_ATTENTION", 400, 1);
		assertThat(page("/", Locale.GERMAN).select("h1").text())
			.isEqualTo("Handlungsbedarf bei 2 von 2 Organisationen");
	}

	@Test
	void leadsFromAServerThatDoesNotAnswerOnceToWhereItIsMended() throws Exception {
		long id = stand("Fabrikam", "IN_EFFECT", 400, 1);
		this.jdbc.sql("insert into unreached_server (organization_id, server, failure, seen_at) values (?, ?, ?, ?)")
			.params(id, "ex1.fabrikam.com", "exchange.unreachable", OffsetDateTime.now(ZoneOffset.UTC))
			.update();
		this.jdbc
			.sql("update step_status set state = 'UNSEEN', reason = ? where organization_id = ? and step = 'SERVERS'")
			.params("{\"key\":\"step.unreached\",\"values\":[\"ex1.fabrikam.com\",\"failure.exchange.unreachable\"]}",
					id)
			.update();
		assertThat(page("/", Locale.ENGLISH).select("tbody a[href*=connection]").eachAttr("href")).hasSize(1);
	}

	@Test
	void answersNotFoundForAnUnknownOrganization() throws Exception {
		assertThat(this.mvc.perform(get("/organizations/999999")).andReturn().getResponse().getStatus()).isEqualTo(404);
	}

	private Document page(String address, Locale locale) throws Exception {
		String html = this.mvc.perform(get(java.net.URI.create(address)).locale(locale))
			.andReturn()
			.getResponse()
			.getContentAsString();
		return Jsoup.parse(html);
	}

	private long stand(String name, String state, int days, int hours) {
		Instant now = Instant.now();
		long id = RegisteredOrganizations.add(this.jdbc, name, "example.com").value();
		for (String step : List.of("TENANT", "SERVERS", "OAUTH", "PUSH_PROXY")) {
			this.jdbc
				.sql("""
						insert into step_status (organization_id, step, look, look_reason, look_cause, state, reason, checked_at,
						  certificate_expires)
						values (:id, :step, :state, :reason, 'OTHER', :state, :reason, :checked, :expires)""")
				.param("id", id)
				.param("step", step)
				.param("state", state)
				.param("reason", "{\"key\":\"monitoring.never\",\"values\":[]}")
				.param("checked", now.minus(hours, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
				.param("expires", now.plus(days, ChronoUnit.DAYS).plusSeconds(60).atOffset(ZoneOffset.UTC))
				.update();
		}
		return id;
	}

}
