package io.hybridge.enablement;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.lab.Fault;
import io.hybridge.lab.world.Scenario;
import io.hybridge.organization.DomainName;
import io.hybridge.security.People;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What several pages say of one moment of the running lab, beside each other. */
class OneTruthTests extends LabWizard {

	@Autowired
	private MockMvc mvc;

	@Test
	void callsNothingChangedThatCouldNotBeLookedAt() throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document planned = this.desk.check("oauth");
		LAB.faults().inject("Get-HybridState", Fault.REFUSE_ACCESS, 0);
		int effects = LAB.ledger().effects().size();

		Document page = this.desk.begin(planned, "oauth");
		assertThat(page.select("#apply h2").text()).isEqualTo("Nothing was done: Fabrikam could not be checked");
		assertThat(page.select("#apply").text()).doesNotContain("changed since", "nothing left to do");
		assertThat(this.desk.showRun().select(".log").text()).contains("could not be checked")
			.doesNotContain("changed since", "Refused");
		assertThat(newestLine()).contains("Could not be checked");
		assertThat(LAB.ledger().effects()).hasSize(effects);
	}

	@Test
	void letsAProofFallWithTheStateThatItProved() throws Exception {
		inEffect();
		this.desk.ask("push-proxy", "device-test", "answer", "yes");
		assertThat(heading()).isEqualTo("Push notifications arrive");
		Document done = this.desk.show("push-proxy");
		assertThat(done.select("#step h2").first().text()).isEqualTo("Fabrikam is done");
		assertThat(done.select("#complete").text()).contains("by Test operator", "2 mailbox servers", "days");
		assertThat(done.select("form[action$=/device-test]")).isNotEmpty()
			.allMatch((form) -> form.closest("details:not([open])") != null, "is folded away");
		assertThat(done.select(".rail .is-current.is-proved")).hasSize(1);
		Document refused = Jsoup
			.parse(this.desk.ask("push-proxy", "device-test", "note", "x").getResponse().getContentAsString());
		assertThat(refused.select("details[open] form[action$=/device-test] [role=alert]")).hasSize(1);

		this.desk.begin(this.desk.checkUndo("push-proxy"), "push-proxy");
		this.desk.finish("push-proxy");
		this.desk.begin(this.desk.check("push-proxy"), "push-proxy");
		Document page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify").text()).doesNotContain("Proved on", "saw the badge number appear");
		assertThat(this.desk.offers(page, "push-proxy", "device-test")).as("before a probe of what is there now")
			.isFalse();
		assertThat(page.select(".body .primary").eachText()).containsExactly("Probe again");
		assertThat(this.desk.overview().text()).doesNotContain("saw the badge number appear");
	}

	@Test
	void saysFirstWhatWasTakenBackAndLeadsToItsRun() throws Exception {
		forgetWhatWasMade();
		inEffect();
		this.desk.ask("push-proxy", "device-test", "answer", "yes", "number", "3");
		this.desk.begin(this.desk.checkUndo("push-proxy"), "push-proxy");
		this.desk.finish("push-proxy");
		assertThat(this.desk.overview().select(".path .badge, .path li:last-child:contains(number 3)"))
			.as("a number of before")
			.isEmpty();
		Document plan = this.desk.checkUndo("oauth");
		assertThat(plan.select("#plan").text()).contains("Side effects", "free/busy", "eDiscovery");
		this.desk.begin(plan, "oauth");
		this.desk.finish("oauth");
		long run = this.desk.newestRun();
		this.desk.ask("oauth", "check");
		Document page = this.desk.finish("oauth");
		assertThat(page.select("#stands").text()).contains("Taken back on",
				"by Test operator; nothing of ours is left in this step");
		assertThat(page.select("#apply-form")).as("nobody asked for a plan").isEmpty();
		assertThat(page.select(".body .primary").eachText()).containsExactly("Go to Fabrikam");
		assertThat(page.select("button[name=again]").text()).isEqualTo("Plan again");
		Document overview = this.desk.overview();
		assertThat(overview.select("h2.state").text()).isEqualTo("Everything that Hybridge changed was taken back");
		assertThat(overview.select("h2.state ~ p a").eachAttr("href")).contains("/runs/" + run);
		assertThat(overview.select("main .primary").eachText()).containsExactly("Check now");
		assertThat(this.desk.page(this.desk.home() + "/settings").text()).contains("and taken it back")
			.doesNotContain("nobody could take");

		page = this.desk.check("oauth");
		assertThat(page.select("#stands").text()).contains("Taken back on");
		assertThat(page.select(".body .primary").eachText()).containsExactly("Apply 2 changes to Fabrikam");
		assertThat(page.select("#new-plan [name=again]").val()).isEqualTo("true");
	}

	@Test
	void showsTheNumberOfTheDeviceTestWithWhenAndByWhom() throws Exception {
		inEffect();
		long tests = deviceTests();
		for (String wrong : List.of("three", "0", "12345", "-1")) {
			MvcResult refused = this.desk.ask("push-proxy", "device-test", "answer", "yes", "number", wrong);
			assertThat(refused.getResponse().getStatus()).as(wrong).isEqualTo(422);
			assertThat(Jsoup.parse(refused.getResponse().getContentAsString()).select("#number").val())
				.isEqualTo(wrong);
		}
		assertThat(deviceTests()).as("nothing was recorded").isEqualTo(tests);

		this.desk.ask("push-proxy", "device-test", "answer", "yes", "number", "3");
		Document overview = this.desk.overview();
		assertThat(overview.select(".path .badge").text()).isEqualTo("3");
		assertThat(overview.select(".path li").last().text()).contains("Test operator saw the badge number 3 on");
		assertThat(overview.select(".log").text()).as("changes only").doesNotContain("device test");
		assertThat(this.desk.show("push-proxy").select("#complete").text()).contains("with the number 3");

		LAB.console().apply(new ExchangeChange.DisablePushProxy());
		this.desk.check("push-proxy");
		assertThat(this.desk.overview().select(".path li").last().text()).contains("Not reached", "Last seen on",
				"by Test operator: the number 3");
	}

	/** The phone of the lab may have filled in a number before nobody saw it. */
	@ParameterizedTest
	@CsvSource({ "no,3", "no,three", "not-yet,3", "not-yet,0" })
	void takesAnAnswerAtItsWordWhateverStandsBesideIt(String answer, String number) throws Exception {
		inEffect();
		long tests = deviceTests();
		MvcResult taken = this.desk.ask("push-proxy", "device-test", "answer", answer, "number", number);
		assertThat(taken.getResponse().getStatus()).isEqualTo(302);
		assertThat(deviceTests()).isEqualTo(tests + 1);
		assertThat(this.jdbc.sql("select badge_number from device_test order by id desc limit 1")
			.query(Integer.class)
			.optional()).isEmpty();
		assertThat(this.desk.overview().select(".log li").first().text()).doesNotContain("number " + number);
	}

	@Test
	void leadsOnFromTheUpdateThatTheLabInstalled() throws Exception {
		LAB.resetOutdated(Scenario.STANDARD);
		this.desk.check("tenant");
		String step = this.desk.check("servers").select("form[action=/lab/update] [name=from]").val();
		MvcResult mended = this.mvc
			.perform(
					post("/lab/update").param("server", "EX2").param("from", step).with(People.operator()).with(csrf()))
			.andReturn();
		Document page = this.desk.follow(mended);
		assertThat(page.select("#step [role=status]").text()).isEqualTo("CU23 is installed on EX2.");
		assertThat(page.select("form[action=" + step + "/check] .primary").text()).isEqualTo("Check again");
		assertThat(this.desk.check("servers").select(".body .primary").eachText())
			.containsExactly("Continue with OAuth");
	}

	@Test
	void complainsOfNoNumberThatIsOneWhereTheAnswerIsMissing() throws Exception {
		inEffect();
		MvcResult refused = this.desk.ask("push-proxy", "device-test", "number", "3");
		Document page = Jsoup.parse(refused.getResponse().getContentAsString());
		assertThat(page.select("#verify .error").eachText()).hasSize(1);
		assertThat(page.select("#number").val()).isEqualTo("3");
	}

	@Test
	void leadsToTheDrawnPhoneInTheLabAndFillsInTheNumber() throws Exception {
		inEffect();
		Document page = this.desk.show("push-proxy");
		assertThat(page.select("#verify .steps li").eachText()).hasSize(3)
			.first()
			.asString()
			.contains("“Send a test message”");
		assertThat(page.select("#verify .steps").text()).doesNotContain("sign in to a mailbox");
		assertThat(page.select("#lab-phone + form button").text()).isEqualTo("Send a test message");
		String address = page.select("#lab-phone + form input[name=from]").val();

		MvcResult sent = this.mvc
			.perform(post("/lab/messages").param("from", address).with(People.operator()).with(csrf()))
			.andReturn();
		page = this.desk.follow(sent);
		String badge = page.select("#lab-phone text").text();
		assertThat(badge).matches("[1-9][0-9]*");
		assertThat(page.select("#number").val()).as("without JavaScript").isEqualTo(badge);

		String part = this.mvc
			.perform(post("/lab/messages").header("HX-Request", "true").with(People.operator()).with(csrf()))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(Jsoup.parse(part).select("#device-number[hx-swap-oob] input#number").val())
			.isEqualTo(Jsoup.parse(part).select("text").text())
			.isNotEqualTo(badge);
		this.jdbc.sql("update organization set environment = 'LIVE'").update();
		try {
			page = this.desk.show("push-proxy");
			assertThat(page.select("#verify .steps li").text()).contains("sign in to a mailbox");
			assertThat(page.select("#lab-phone")).isEmpty();
		}
		finally {
			this.jdbc.sql("update organization set environment = 'LAB'").update();
		}
	}

	private long deviceTests() {
		return this.jdbc.sql("select count(*) from device_test").query(Long.class).single();
	}

	@Test
	void showsTheObjectsOfAStepInTheirOwnWords() throws Exception {
		inEffect();
		Document page = this.desk.check("oauth");
		assertThat(page.select("#findings thead th").eachText()).containsExactly("Object", "What we saw", "Wanted",
				"Verdict");
		assertThat(row(page, "Auth certificate")).contains("Seen on EX1, EX2", "private key on every mailbox server");
		assertThat(row(page, "Auth server")).contains("Seen on ex1.fabrikam.com", "Enabled, with the address https://");
		assertThat(row(page, "Auth configuration")).contains("Service name 00000002-0000-0ff1-ce00-000000000000");
		assertThat(row(page, "Key in the tenant")).contains("Seen in Microsoft 365", "among them, valid now");
		assertThat(page.select("#findings h3").text()).isEqualTo("Good to know");
		assertThat(page.select("#findings li").text()).contains("Other key in the tenant");
		assertThat(page.select("#findings tbody").text()).doesNotContain("Other key in the tenant");
		assertThat(page.select("#findings details:not([open]) pre").text()).as("raw").contains("AuthMetadataUrl");

		page = this.desk.check("push-proxy");
		assertThat(row(page, "Push proxy")).contains("Enabled for fabrikam.com", "Seen on ex1.fabrikam.com");
		assertThat(row(page, "Object in the directory")).contains("CN=OnPrem-Proxy");
		String overview = this.desk.overview().text();
		assertThat(overview).contains("fabrikam.com is verified", "Exchange 2013 CU23 (15.0.1497.2)",
				"signs on EX1, EX2", "What we saw");
	}

	private static String row(Document page, String object) {
		return page.select("#findings tbody tr:has(th:contains(" + object + "))").first().text();
	}

	@Test
	void letsAProofFallWhereALookRefutesIt() throws Exception {
		inEffect();
		this.desk.ask("push-proxy", "device-test", "answer", "yes");
		LAB.console().apply(new ExchangeChange.DisablePushProxy());
		this.desk.check("push-proxy");
		LAB.console().apply(new ExchangeChange.EnablePushProxy(new DomainName("fabrikam.com")));
		Document page = this.desk.check("push-proxy");
		assertThat(page.select("#verify").text()).doesNotContain("Proved on", "saw the badge number appear");
		assertThat(this.desk.status("push-proxy")).isNotEqualTo("IN_EFFECT");
	}

	@Test
	void leadsOnFromTheStepThatIsNext() throws Exception {
		LAB.reset(Scenario.STANDARD);
		for (String step : List.of("tenant", "servers", "oauth")) {
			this.desk.check(step);
		}
		this.desk.begin(this.desk.show("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(this.desk.overview().text()).doesNotContain("tells Microsoft 365 which key");
	}

	@Test
	void speaksOfTheTenantWhereItIsTheTenantThatIsNotKnown() throws Exception {
		LAB.reset(Scenario.STANDARD);
		this.desk.visit("Adatum", "adatum.com", () -> {
			this.desk.check("tenant");
			assertThat(heading()).doesNotContain("mailbox servers").contains("tenant");
			assertThat(this.desk.overview().select("main").text()).doesNotContain("checking");
		});
	}

	@Test
	void countsACheckThatRuns() throws Exception {
		LAB.reset(Scenario.STANDARD);
		this.desk.check("servers");
		this.desk.ask("tenant", "check");
		assertThat(this.desk.page("/").select(".lead").text()).contains("One is being checked");
		this.desk.finish("tenant");
		assertThat(this.desk.page("/").select(".lead").text()).doesNotContain("being checked");
	}

	@Test
	void saysCheckingOnlyWhileSomethingRuns() throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.faults().inject("Get-HybridState", Fault.REFUSE_ACCESS, 0);
		this.desk.check("servers");
		assertThat(this.desk.overview().select("main table .status").eachText()).contains("Unknown")
			.doesNotContain("Unknown, checking");
		assertThat(newestLine()).contains("Could not be checked");
	}

	@Test
	void tellsAPlanToTakeBackFromWhatWasTakenBack() throws Exception {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
		this.desk.begin(this.desk.check("oauth"), "oauth");
		Document applied = this.desk.finish("oauth");
		assertThat(applied.select("#step h2").first().text()).isEqualTo("2 changes were made in Fabrikam");
		assertThat(applied.text()).doesNotContain("nothing to apply");
		Document planned = this.desk.checkUndo("oauth");
		this.desk.begin(planned, "oauth");
		Document undone = this.desk.finish("oauth");
		assertThat(planned.select("#plan h2").first().text()).isNotEqualTo(undone.select("#apply h2").first().text());
	}

	@Test
	void stopsAfterTheCurrentChangeWhereSomebodyAsks() throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document planned = this.desk.check("oauth");
		LAB.faults().inject("Set-AuthServer", Fault.LOSE_ANSWER, 1);
		Document page = this.desk.begin(planned, "oauth");
		assertThat(page.select("form[action$=/stop] button").text()).isEqualTo("Stop after the current change");
		this.desk.stop();
		assertThat(this.jdbc.sql("select address from audit_entry where kind = 'RUN' order by id desc limit 1")
			.query(String.class)
			.single()).isEqualTo("127.0.0.1");
		assertThat(this.desk.show("oauth").select("#progress").text()).contains("Stopping as requested");
		page = this.desk.finish("oauth");
		assertThat(page.select("#apply h2").text()).isEqualTo("Stopped on request: the changes already made stay");
		assertThat(LAB.effects("AuthServerCreated")).isOne();
		assertThat(LAB.effects("KeysReplaced")).isZero();
		assertThat(newestLine()).contains("Stopped on request");
		assertThat(this.desk.showRun().select(".log").text()).contains("to stop after the current change",
				"and stopped on request");
	}

	@Test
	void putsAPlanAsideThatNobodyWants() throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document planned = this.desk.check("oauth");
		this.desk.ask("oauth", "discard", "plan", planned.select("#discard input[name=plan]").val());
		Document page = this.desk.show("oauth");
		assertThat(page.select("#apply-form")).isEmpty();
		assertThat(page.select("#plan").text()).contains("Check again to get one");
		assertThat(this.desk.page("/audit").select(".log").text()).contains("discarded a plan for step OAuth");
	}

	@Test
	void saysInTheListWhatACheckCameTo() throws Exception {
		LAB.reset(Scenario.AUTH_CONFIGURATION_FOREIGN);
		this.desk.check("oauth");
		assertThat(newestLine()).contains("Needs attention");
		assertThat(this.desk.page("/runs").select("tbody tr").first().select(".is-red")).isNotEmpty();
		LAB.reset(Scenario.NO_FIT_CERTIFICATE);
		this.desk.check("oauth");
		assertThat(newestLine()).contains("Plan ready");
		this.desk.check("tenant");
		assertThat(newestLine()).contains("As it should be");
	}

	@Test
	void isNotAlarmedByWhatIsOver() throws Exception {
		LAB.reset(Scenario.AUTH_CONFIGURATION_FOREIGN);
		this.desk.check("oauth");
		this.desk.check("oauth");
		assertThat(this.desk.page("/runs").select("tbody tr").get(1).select(".is-red")).isEmpty();
	}

	private void inEffect() throws Exception {
		LAB.reset(Scenario.STANDARD);
		for (String step : List.of("tenant", "servers")) {
			this.desk.check(step);
		}
		for (String step : List.of("oauth", "push-proxy")) {
			this.desk.begin(this.desk.check(step), step);
			this.desk.finish(step);
		}
		this.desk.probe();
		this.desk.finish("push-proxy");
	}

	private String heading() throws Exception {
		return this.desk.overview().select("h2.state").text();
	}

	/** The newest line of the list of runs. */
	private String newestLine() throws Exception {
		return this.desk.page("/runs").select("tbody tr").first().text();
	}

}
