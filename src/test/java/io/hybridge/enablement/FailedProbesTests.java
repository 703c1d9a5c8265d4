package io.hybridge.enablement;

import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.lab.Fault;
import io.hybridge.lab.Trait;
import io.hybridge.lab.world.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A failed probe explains itself: what it means, whose side it is, what to do next. Each
 * failure comes from the running lab.
 */
class FailedProbesTests extends LabWizard {

	private static final String SERVER = "The mailbox server";

	private static final String NETWORK = "The network between the server and Microsoft 365";

	private Trait trait;

	@BeforeEach
	void enablePushNotifications() throws Exception {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
		for (String step : List.of("oauth", "push-proxy")) {
			this.desk.begin(this.desk.check(step), step);
			this.desk.finish(step);
		}
	}

	@AfterEach
	void mendTheLab() {
		if (this.trait != null) {
			LAB.traits().turn(this.trait, false);
		}
	}

	@ParameterizedTest
	@CsvSource({ "SERVER_KEY_NOT_FOUND, PROBE-KEY-UNKNOWN, Microsoft 365, AADSTS700027",
			"SERVER_KEY_ENDED, PROBE-KEY-ENDED, Microsoft 365, AADSTS700027",
			"SERVER_TENANT_NOT_FOUND, PROBE-TENANT-UNKNOWN, " + SERVER + ", AADSTS90002",
			"SERVER_APPLICATION_DISABLED, PROBE-APPLICATION, Microsoft 365, AADSTS7000112",
			"SERVER_BLOCKED_BY_POLICY, PROBE-POLICY, Microsoft 365, AADSTS53003",
			"SERVER_CLOCK_FAST, PROBE-CLOCK, " + SERVER + ", AADSTS700024",
			"SERVER_TOKEN_REFUSED, PROBE-TOKEN-REFUSED, Microsoft 365, AADSTS90019",
			"PUSH_TOKEN_NOT_ACCEPTED, PROBE-TOKEN-NOT-ACCEPTED, Microsoft 365, HTTP 401",
			"PUSH_FORBIDDEN, PROBE-FORBIDDEN, Microsoft 365, HTTP 403",
			"PUSH_SERVICE_GONE, PROBE-SERVICE-GONE, Microsoft 365, HTTP 404",
			"PUSH_SERVICE_BUSY, PROBE-SERVICE-BUSY, Microsoft 365, HTTP 503",
			"NAMES_UNRESOLVED, PROBE-NAME-UNRESOLVED, " + NETWORK + ", ''",
			"INTERNET_UNREACHABLE, PROBE-UNREACHABLE, " + NETWORK + ", ''",
			"WEB_PROXY_ASKS, PROBE-WEB-PROXY, " + NETWORK + ", HTTP 407",
			"TLS_INTERCEPTED, PROBE-TLS, " + NETWORK + ", ''",
			"SIGNING_KEY_UNREADABLE, PROBE-CERTIFICATE-UNUSABLE, " + SERVER + ", ''",
			"AUTH_SERVERS_NOT_LOADED, PROBE-NO-ISSUER, " + SERVER + ", ''",
			"PROXY_STILL_OFF, PROBE-PROXY-DISABLED, " + SERVER + ", ''",
			"PROBE_WITHOUT_RESULT, PROBE-NOT-LOADED, " + SERVER + ", ''",
			"PROBE_MISSING, PROBE-NOT-THERE, " + SERVER + ", ''", "PROBE_IN_NEW_WORDS, PROBE-UNKNOWN, Not known, ''" })
	void saysWhatItMeansWhoseSideItIsAndWhatToDo(Trait cause, String code, String side, String said) throws Exception {
		turn(cause);
		this.desk.probe();
		Document page = this.desk.finish("push-proxy");
		Element told = page.select("#verify section.banner").first();
		assertThat(page.select("#verify section.banner")).as("the same on both servers is told once").hasSize(1);
		assertThat(told.select("a[href='/lab#reset']")).as("the lab can mend what it broke").hasSize(1);
		assertThat(told.select("h2").text()).isNotBlank();
		assertThat(told.text()).contains("EX1, EX2", "What to do", code, said);
		assertThat(told.select("dt:contains(Which side is at fault) + dd").text()).isEqualTo(side);
		assertThat(wordsOutsideOfFolds(page)).as("raw words").doesNotContain("WebException", "Exception:", "Trace ID");
		Document run = this.desk.showRun();
		assertThat(run.select("section.banner:has(dd:contains(" + code + "))")).as("the page of the run").hasSize(1);
	}

	@Test
	void saysTheSameInThePathAndInTheAuditLog() throws Exception {
		this.desk.check("servers");
		turn(Trait.SERVER_BLOCKED_BY_POLICY);
		this.desk.probe();
		this.desk.finish("push-proxy");
		String title = "A policy in Microsoft 365 denies the server a token";
		assertThat(this.desk.showRun().select(".log a").eachText()).anyMatch((line) -> line.endsWith(title));
		assertThat(this.desk.overview().select(".path").text()).contains("EX1: " + title + " (AADSTS53003)");
	}

	@Test
	void keepsTheRawWordsInAFoldAndSaysNoneTwice() throws Exception {
		turn(Trait.SERVER_BLOCKED_BY_POLICY);
		this.desk.probe();
		Document page = this.desk.finish("push-proxy");
		List<String> raw = page.select("#verify details .remote pre").eachText();
		assertThat(raw).hasSize(2).allSatisfy((words) -> {
			assertThat(words).contains("ResultType: Failed", "Trace ID");
			assertThat(words.split("AADSTS53003")).as(words).hasSize(2);
		});
		assertThat(page.select("#verify details button.copy[data-copy]")).hasSize(2);
	}

	@Test
	void tellsTwoFailuresApartAndLeavesTheProvedOneAlone() throws Exception {
		LAB.faults().inject("Test-PushProxy", Fault.REFUSE_ACCESS, 1);
		this.desk.probe();
		Document page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify section.banner")).hasSize(1);
		assertThat(page.select("#verify section.banner").text()).contains("EX1", "PROBE-NOT-ASKED",
				"ex1.fabrikam.com knows the account but does not let it open a remote shell");
		assertThat(page.select("#verify dl").text()).contains("ResultType Succeeded Error empty Exception empty");
	}

	@Test
	void opensTheWordsOfAFailureThatNobodyKnowsAndHelpsToReportIt() throws Exception {
		turn(Trait.PROBE_IN_NEW_WORDS);
		this.desk.probe();
		Document page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify details[open] pre").text()).contains("queue of channel 7");
		assertThat(page.select("#verify section.banner").text()).contains("does not know");
	}

	private void turn(Trait cause) {
		this.trait = cause;
		LAB.traits().turn(cause, true);
	}

	private static String wordsOutsideOfFolds(Document page) {
		Document copy = page.clone();
		copy.select("#verify details").remove();
		return copy.select("#verify").text();
	}

}
