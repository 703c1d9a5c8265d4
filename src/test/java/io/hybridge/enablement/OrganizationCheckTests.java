package io.hybridge.enablement;

import java.util.List;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

import io.hybridge.lab.world.Scenario;
import io.hybridge.security.People;

import static org.assertj.core.api.Assertions.assertThat;

/** A check of all four steps, one after the other, seen on the organization's page. */
class OrganizationCheckTests extends LabWizard {

	@BeforeEach
	void beginAnew() {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
	}

	@Test
	void looksAtOneStepAfterTheOtherAndStaysOnThePage() throws Exception {
		long before = this.desk.newestRun();
		MvcResult answer = this.desk.checkAll(People.operator());
		assertThat(answer.getResponse().getRedirectedUrl()).matches("/organizations/\\d+");
		for (int step = 0; step < 4; step++) {
			assertThat(this.desk.newestRun()).isEqualTo(before + step + 1);
			Document page = this.desk.overview();
			assertThat(states(page)).hasSize(4).endsWith(ahead(step));
			assertThat(page.select("section:not(#checking) > table.rows")).as("told once").isEmpty();
			assertThat(answered(this.desk.progress()).select("#checking")).hasSize(1);
			this.desk.goOn();
		}
		assertThat(this.desk.newestRun()).isEqualTo(before + 4);
		assertThat(this.jdbc.sql("select step from step_run where id > ? order by id")
			.param(before)
			.query(String.class)
			.list()).containsExactly("TENANT", "SERVERS", "OAUTH", "PUSH_PROXY");
		assertThat(this.desk.overview().select("#checking")).isEmpty();
		MvcResult last = this.desk.progress();
		assertThat(last.getResponse().getHeader("HX-Retarget")).isEqualTo("#organization");
		assertThat(answered(last).select("main#organization h1").text()).isEqualTo("Fabrikam");
	}

	/** A registration that asks for it is a check by the person who registers. */
	@Test
	void beginsWithTheRegistrationAndIsRecordedAsAskedByWhoRegistered() throws Exception {
		long before = this.desk.newestRun();
		this.desk.registerChecked("Registered", "registered.example", People.operator());
		assertThat(this.jdbc.sql("select step from step_run where id > ?").param(before).query(String.class).list())
			.containsExactly("TENANT");
		assertThat(recorded()).containsExactly("ATTEMPTED");
		assertThat(this.jdbc.sql("""
				select count(distinct actor_name) from audit_entry where organization_name = 'Registered'
				and kind in ('ORGANIZATION_REGISTERED', 'CHECK_OF_ALL_STEPS')""").query(Long.class).single()).isOne();
		this.desk.registerChecked("Registered", "registered.example", People.operator());
		assertThat(this.desk.newestRun()).isEqualTo(before + 1);
		finish();
	}

	@Test
	void leavesWhatExpiresWhen() throws Exception {
		this.desk.checkAll(People.operator());
		finish();
		Document page = this.desk.page("/expiries");
		assertThat(page.select("tbody tr").eachText()).anyMatch((row) -> row.contains("End of the auth certificate"))
			.anyMatch((row) -> row.contains("End of Microsoft’s support") && row.contains("Exchange 2013"));
		assertThat(page.select("h2").eachText()).startsWith("In the past");
	}

	@Test
	void tellsOfTheDatesThatMicrosoftHasAnnouncedThoseThatConcernTheServers() throws Exception {
		LAB.reset(Scenario.SECURITY_UPDATES);
		this.desk.checkAll(People.operator());
		finish();
		Document page = this.desk.page("/expiries");
		assertThat(line(page, "End of EWS in Exchange Online").text()).contains("1 April 2027", "free/busy", "if");
		assertThat(line(page, "End of EWS in Exchange Online").select("a[href^=https://]").attr("href"))
			.isEqualTo("https://techcommunity.microsoft.com/blog/exchange/"
					+ "exchange-online-ews-your-time-is-almost-up/4492361");
		for (String product : List.of("Exchange 2016", "Exchange 2019")) {
			assertThat(page.select("tbody tr:contains(" + product + ")").eachText())
				.anyMatch((row) -> row.contains("End of Microsoft’s support") && row.contains("14 October 2025"))
				.anyMatch((row) -> row.contains("End of the security updates that could be bought")
						&& row.contains("31 October 2026"));
		}
		assertThat(page.select("tbody tr:contains(End of) td a[href^=https://]")).isNotEmpty();
	}

	private static Element line(Document page, String what) {
		return page.select("tbody tr:contains(" + what + ")").first();
	}

	@Test
	void isRecordedAsWhatItIs() throws Exception {
		this.desk.checkAll(People.operator());
		assertThat(recorded()).containsExactly("ATTEMPTED");
		for (int step = 0; step < 4; step++) {
			this.desk.goOn();
		}
		assertThat(recorded()).containsExactly("ATTEMPTED", "DONE");
	}

	/** What the next run is, is kept with the end of the one before. */
	@Test
	void survivesTheEndOfTheConsoleBetweenTwoSteps() throws Exception {
		this.desk.checkAll(People.operator());
		this.desk.goOn();
		assertThat(this.jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
			.param(Long.toString(this.desk.newestRun()))
			.query(Long.class)
			.single()).isOne();
		finish();
	}

	@Test
	void isTheSameWhenAskedForOnceMore() throws Exception {
		this.desk.checkAll(People.operator());
		long run = this.desk.newestRun();
		this.desk.checkAll(People.administrator());
		assertThat(this.desk.newestRun()).isEqualTo(run);
		finish();
	}

	@Test
	void isRefusedWhileAnythingElseIsBeingDoneThere() throws Exception {
		this.desk.ask("oauth", "check");
		long run = this.desk.newestRun();
		MvcResult answer = this.desk.checkAll(People.operator());
		assertThat(this.desk.newestRun()).isEqualTo(run);
		assertThat(this.desk.follow(answer).select("[role=alert]").text()).contains("Nothing was done",
				"This organization is being checked or changed");
		this.desk.goOn();
	}

	@Test
	void leavesOutAStepThatSomebodyElseChecksMeanwhile() throws Exception {
		this.desk.checkAll(People.operator());
		long first = this.desk.newestRun();
		this.desk.ask("servers", "check");
		long theirs = this.desk.newestRun();
		this.desk.goOn(first);
		assertThat(this.jdbc.sql("select step from step_run where id > ?").param(theirs).query(String.class).list())
			.containsExactly("OAUTH");
		finish();
		this.desk.goOn(theirs);
	}

	private void finish() {
		for (int step = 0; step < 4; step++) {
			this.desk.goOn();
		}
	}

	private static List<String> states(Document page) {
		return page.select("#checking .status").eachText();
	}

	private static String[] ahead(int step) {
		return Stream.of("Running", "Waiting", "Waiting", "Waiting").limit(4 - step).toArray(String[]::new);
	}

	private List<String> recorded() {
		long run = this.desk.newestRun();
		return this.jdbc.sql("""
				select outcome from audit_entry where kind = 'CHECK_OF_ALL_STEPS' and pair = (
				  select 'checks-' || sequence_id from step_run where id = ?) order by id""")
			.param(run)
			.query(String.class)
			.list();
	}

	private static Document answered(MvcResult answer) throws Exception {
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

}
