package io.hybridge.lab.console;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.hybridge.lab.Trait;
import io.hybridge.lab.world.Scenario;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.organization.Environment;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
@TestPropertySource(properties = "hybridge.lab.enabled=true")
class LabPageTests {

	@Autowired
	private MockMvc browser;

	@Autowired
	private LabControl control;

	@Autowired
	private LabCloud cloud;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void begin() {
		this.control.act("/reset", java.util.Map.of("scenario", Scenario.STANDARD.name()));
	}

	@Test
	void showsBothHalvesWithAccountsAndTheLedger() throws Exception {
		String password = this.control.view().access().accounts().administrator().password();
		this.browser.perform(get("/lab").with(People.operator()))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("15.0.712.24")))
			.andExpect(content().string(containsString("fabrikam.net")))
			.andExpect(content().string(containsString(password)))
			.andExpect(content().string(containsString("Install CU23 on EX2")))
			.andExpect(content().string(containsString("The tenant was reset")))
			.andExpect(content().string(not(containsString("??"))));
	}

	@Test
	void offersEveryScenarioAndEveryTrait() throws Exception {
		String page = this.browser.perform(get("/lab").with(People.operator()))
			.andReturn()
			.getResponse()
			.getContentAsString();
		for (Scenario scenario : Scenario.values()) {
			assertThat(page).contains("name=\"scenario\" value=\"" + scenario + "\"");
		}
		for (Trait trait : Trait.values()) {
			assertThat(page).contains("name=\"trait\" value=\"" + trait + "\"");
		}
	}

	@Test
	void answersOtherwiseUntilTheLabBeginsAnew() throws Exception {
		act("/lab/traits?trait=PROXY_LOOK_WITHOUT_RECORD&on=true", People.operator());
		assertThat(this.control.view().traits()).containsExactly(Trait.PROXY_LOOK_WITHOUT_RECORD);
		act("/lab/reset?scenario=STANDARD", People.operator());
		assertThat(this.control.view().traits()).isEmpty();
	}

	@Test
	void unfoldsOnlyTheGroupInWhichAnAnswerIsSwitchedOn() throws Exception {
		assertThat(page().select("details[open]")).isEmpty();
		act("/lab/traits?trait=PROXY_LOOK_WITHOUT_RECORD&on=true", People.operator());
		assertThat(page().select("details[open] > summary").eachText()).containsExactly(
				(Trait.PROXY_LOOK_WITHOUT_RECORD.half() == Trait.Half.EXCHANGE) ? "Exchange" : "Microsoft 365");
	}

	@Test
	void keepsEachFactBesideItsLabel() throws Exception {
		for (Element facts : page().select("dl.facts")) {
			assertThat(facts.select("dd").size()).isEqualTo(facts.select("dt").size());
		}
	}

	private Document page() throws Exception {
		return Jsoup.parse(this.browser.perform(get("/lab").with(People.operator()))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	@Test
	void showsThePageInGerman() throws Exception {
		this.browser.perform(get("/lab").with(People.auditor()).locale(java.util.Locale.GERMAN))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("??"))));
	}

	@Test
	void letsAnAuditorLookButNotAct() throws Exception {
		this.browser.perform(get("/lab").with(People.auditor()))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("Install CU23 on EX2"))));
		for (String path : new String[] { "/lab/reset?scenario=NO_FIT_CERTIFICATE", "/lab/update", "/lab/messages",
				"/lab/phone/clear", "/lab/faults?operation=Set-AuthServer&fault=LOSE_ANSWER&times=1",
				"/lab/faults/remove?operation=Set-AuthServer",
				"/lab/traits?trait=PROXY_LOOK_WITHOUT_RECORD&on=true" }) {
			this.browser.perform(post(path).with(People.auditor()).with(csrf())).andExpect(status().isForbidden());
		}
		assertThat(this.control.view().exchange().scenario()).isEqualTo(Scenario.STANDARD);
	}

	@Test
	void installsTheUpdateAndRecordsWhoDidIt() throws Exception {
		act("/lab/update?server=EX2", People.operator());
		assertThat(this.control.view().servers().get(1).build()).isEqualTo("15.0.1497.2");
		assertThat(this.jdbc.sql(
				"select count(*) from audit_entry where kind = 'LAB' and outcome = 'DONE' and parameters like '%install-cu23%'")
			.query(Long.class)
			.single()).isPositive();
	}

	@Test
	void installsTheUpdateOnTheServerWhoseButtonWasPressed() throws Exception {
		this.browser.perform(get("/lab").with(People.operator()))
			.andExpect(content().string(containsString("name=\"server\" value=\"EX2\"")));
		assertThat(noticeAfter("/lab/update?server=EX1")).contains("CU23 was installed on EX1 already.");
		assertThat(this.control.view().servers().get(1).build()).isEqualTo("15.0.712.24");
		assertThat(noticeAfter("/lab/update?server=EX2")).contains("CU23 is installed on EX2.");
		assertThat(this.control.view().servers().get(1).build()).isEqualTo("15.0.1497.2");
	}

	@Test
	void installsTheUpdateWhereTheFindingStands() throws Exception {
		String step = "/organizations/7/enablement/servers";
		Document part = Jsoup.parse(this.browser.perform(updateOf("EX2", step).header("HX-Request", "true"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("CU23 is installed on EX2.")))
			.andExpect(content().string(not(containsString("<html"))))
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(part.select("form[action=" + step + "/check] button.primary").text()).isEqualTo("Check again");
		assertThat(this.control.view().servers().get(1).build()).isEqualTo("15.0.1497.2");
		this.browser.perform(updateOf("EX2", step)).andExpect(redirectedUrl(step));
		this.browser.perform(updateOf("EX2", "//evil.example").header("HX-Request", "true"))
			.andExpect(status().isBadRequest());
	}

	private static MockHttpServletRequestBuilder updateOf(String server, String from) {
		return post("/lab/update").param("server", server).param("from", from).with(People.operator()).with(csrf());
	}

	@Test
	void leadsBackToTheOrganizationOnceItsWorldWasMended() throws Exception {
		OrganizationId fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		Cookie[] told = this.browser
			.perform(post("/lab/reset").param("scenario", "STANDARD").with(People.operator()).with(csrf()))
			.andReturn()
			.getResponse()
			.getCookies();
		Document page = Jsoup.parse(this.browser.perform(get("/lab").with(People.operator()).cookie(told))
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(page.select("[role=status] + .actions a.button[href=/organizations/" + fabrikam + "]").text())
			.startsWith("Go to Fabrikam");
		assertThat(page().select("[role=status] + .actions")).as("only where something was done").isEmpty();
	}

	@Test
	void tellsTheAccountOfTheTenantWithinAPageOnly() throws Exception {
		String password = this.control.view().access().accounts().administrator().password();
		this.browser.perform(get("/lab/account").with(People.operator()).header("HX-Request", "true"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(password)));
		this.browser.perform(get("/lab/account").with(People.operator())).andExpect(status().isNotFound());
	}

	@Test
	void installsTheUpdateOnNothingThatIsNoServerOfTheLab() throws Exception {
		for (String path : new String[] { "/lab/update", "/lab/update?server=", "/lab/update?server=EX9" }) {
			this.browser.perform(post(path).with(People.operator()).with(csrf())).andExpect(status().isBadRequest());
		}
		assertThat(this.control.view().servers().get(1).build()).isEqualTo("15.0.712.24");
	}

	@Test
	void injectsAndRemovesAFault() throws Exception {
		act("/lab/faults?operation=PATCH servicePrincipal&fault=ASK_TO_WAIT&times=3", People.administrator());
		this.browser.perform(get("/lab").with(People.operator()))
			.andExpect(content().string(containsString("Next 3 calls")));
		act("/lab/faults/remove?operation=PATCH servicePrincipal", People.administrator());
		assertThat(this.control.view().activity().faults()).isEmpty();
	}

	/** Whoever looks for a fault knows what happens, and no name of a script. */
	@Test
	void namesFaultsByWhatHappens() throws Exception {
		Document lab = Jsoup.parse(this.browser.perform(get("/lab").with(People.operator()).locale(Locale.ENGLISH))
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(lab.select("#faults form label").first().text()).isEqualTo("What happens");
		assertThat(lab.select("#fault option").eachText())
			.anyMatch((text) -> text.startsWith("The server does not answer"));
		assertThat(lab.select("#faults option").eachText()).noneMatch((text) -> text.matches(".*\\b(Get|Set|New)-.*"));
		assertThat(lab.select("#update td").eachText()).noneMatch((text) -> text.contains("ClientAccess"));
	}

	@Test
	void sendsAMessageAndGoesBackToWhereTheButtonWas() throws Exception {
		this.browser
			.perform(post("/lab/messages").with(People.operator())
				.with(csrf())
				.param("from", "/organizations/7/enablement/push-proxy"))
			.andExpect(redirectedUrl("/organizations/7/enablement/push-proxy"));
		for (String elsewhere : List.of("https://elsewhere.example/organizations/7", "//evil.example", "/audit")) {
			this.browser.perform(post("/lab/messages").with(People.operator()).with(csrf()).param("from", elsewhere))
				.andExpect(redirectedUrl("/lab"));
		}
		this.browser.perform(post("/lab/messages").with(People.operator()).with(csrf()).header("HX-Request", "true"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("No unread messages")));
		this.browser.perform(get("/lab").with(People.operator()))
			.andExpect(content().string(containsString("is disabled")));
	}

	@Test
	void isACloudOfItsOwnForLabOrganizationsOnly() {
		assertThat(this.cloud.find(Environment.LIVE, KnownCloud.GLOBAL)).isEmpty();
		Cloud found = this.cloud.find(Environment.LAB, KnownCloud.CHINA).orElseThrow();
		assertThat(found.instanceDiscovery()).isFalse();
		assertThat(found.authorities()).startsWith("-----BEGIN CERTIFICATE-----");
		assertThat(found.known()).isEqualTo(KnownCloud.CHINA);
	}

	private String noticeAfter(String path) throws Exception {
		MvcResult done = this.browser.perform(post(path).with(People.operator()).with(csrf()))
			.andExpect(redirectedUrl("/lab"))
			.andReturn();
		return this.browser.perform(get("/lab").with(People.operator()).cookie(done.getResponse().getCookies()))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private void act(String path, RequestPostProcessor person) throws Exception {
		this.browser.perform(post(path).with(person).with(csrf())).andExpect(status().isFound());
	}

}
