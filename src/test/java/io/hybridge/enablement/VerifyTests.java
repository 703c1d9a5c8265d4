package io.hybridge.enablement;

import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.lab.Fault;
import io.hybridge.lab.Trait;
import io.hybridge.lab.world.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/** The probe of the push proxy on every mailbox server of the running lab. */
class VerifyTests extends LabWizard {

	private static final String CHANGED = "Nothing was done: Fabrikam changed since the check";

	@BeforeEach
	void enablePushNotifications() throws Exception {
		LAB.reset(Scenario.STANDARD);
		for (String step : List.of("oauth", "push-proxy")) {
			this.desk.begin(this.desk.check(step), step);
			this.desk.finish(step);
		}
	}

	@Test
	void countsDownToOneRecordedMomentAndProbesEveryMailboxServer() throws Exception {
		Document first = this.desk.probe();
		Document again = this.desk.show("push-proxy");
		assertThat(first.select(".countdown")).hasSize(2);
		assertThat(again.select(".countdown").eachAttr("data-until")).hasSize(2)
			.isEqualTo(first.select(".countdown").eachAttr("data-until"));

		Document page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify tbody th").eachText()).containsExactly("EX1", "EX2");
		assertThat(page.select("#verify tbody .status").eachText()).containsOnly("Succeeded");
		assertThat(page.select("#verify dl").eachText())
			.containsOnly("ResultType Succeeded Error empty Exception empty");
		assertThat(this.desk.status("push-proxy")).isEqualTo("IN_EFFECT");
	}

	@Test
	void hidesWhileItProbesWhatNobodyCanUseThen() throws Exception {
		this.desk.probe();
		this.desk.finish("push-proxy");
		Document page = this.desk.probe();
		assertThat(page.select("#apply, #plan, #more, #complete, form[action$=device-test]")).isEmpty();
		assertThat(page.select("#step h2").first().text()).isEqualTo("Probe");
		assertThat(this.desk.offers("push-proxy", "check")).isTrue();
		assertThat(this.desk.finish("push-proxy").select("#apply, #more, form[action$=device-test]")).hasSize(3);
	}

	@Test
	void callsNothingProvedByProbesFromBeforeTheLastChange() throws Exception {
		this.desk.probe();
		this.desk.finish("push-proxy");
		LAB.console().apply(new ExchangeChange.DisablePushProxy());
		this.desk.check("push-proxy");
		this.desk.begin(this.desk.show("push-proxy"), "push-proxy");
		Document page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify").text()).contains("Something has changed since").doesNotContain("Proved on");
		assertThat(page.select("#verify form[action$=verify] button").text()).isEqualTo("Probe again");
	}

	@Test
	void showsTheErrorThatMicrosoft365GaveWhenTheKeyIsGone() throws Exception {
		this.desk.probe();
		removeOurKey();

		Document page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify tbody .status").eachText()).containsOnly("Failed");
		assertThat(page.select("#verify").text()).contains("Not proved on any of 2 mailbox servers", "AADSTS700027");
	}

	@Test
	void restartsNothingWhereSomebodyDisabledThePushProxySinceTheCheck() throws Exception {
		long before = LAB.effects("HealthManagerRestarted");
		LAB.console().apply(new ExchangeChange.DisablePushProxy());
		Document page = this.desk.probe();
		assertThat(LAB.effects("HealthManagerRestarted")).isEqualTo(before);
		assertThat(page.select("#apply").text()).contains(CHANGED, "Nothing was sent");
		assertThat(this.desk.showRun().text()).contains(CHANGED, "and was refused");
		assertThat(page.select("#apply-form")).as("a plan that enables it again").isNotEmpty();
		assertThat(this.desk.status("push-proxy")).isEqualTo("NEEDS_ATTENTION");
	}

	@Test
	void restartsNothingWhereTheKeyWasGoneBefore() throws Exception {
		long before = LAB.effects("HealthManagerRestarted");
		removeOurKey();
		Document page = this.desk.probe();
		assertThat(LAB.effects("HealthManagerRestarted")).isEqualTo(before);
		assertThat(page.select("#apply").text()).contains(CHANGED, "Nothing was sent");
		assertThat(this.desk.showRun().text()).contains(CHANGED, "and was refused");
		assertThat(this.desk.status("push-proxy")).isEqualTo("NEEDS_ATTENTION");
	}

	@Test
	void restartsNothingWhereTheServersDoNotKnowTheProbe() throws Exception {
		long before = LAB.effects("HealthManagerRestarted");
		LAB.traits().turn(Trait.PROBE_MISSING, true);
		this.desk.probe();
		Document page = this.desk.finish("push-proxy");
		LAB.traits().turn(Trait.PROBE_MISSING, false);
		assertThat(LAB.effects("HealthManagerRestarted")).isEqualTo(before);
		assertThat(page.select("#verify").text()).contains("The server does not know the push probe", "EX1, EX2");
		assertThat(page.select("#verify figure pre")).as("words that nobody said").allMatch(Element::hasText);
		assertThat(this.desk.status("push-proxy")).isEqualTo("UNSEEN");
	}

	@Test
	void countsNoServersWhereNoneCouldBeLookedFor() throws Exception {
		LAB.faults().inject("Get-HybridState", Fault.REFUSE_ACCESS, 0);
		this.desk.probe();

		Document page = this.desk.show("push-proxy");
		assertThat(this.desk.status("push-proxy")).isEqualTo("UNSEEN");
		assertThat(page.select("#verify").text()).doesNotContain("Proved on");

		LAB.faults().clear();
		assertThat(this.desk.check("push-proxy").select("#verify").text()).as("as it should be again")
			.doesNotContain("Proved on");
	}

	@Test
	void saysThatARestartWasSentWhoseAnswerIsLostAndSendsNoSecondOne() throws Exception {
		long before = LAB.effects("HealthManagerRestarted");
		LAB.faults().inject("Restart-HealthManager", Fault.LOSE_ANSWER, 1);
		Document page = this.desk.probe();
		assertThat(page.select("#verify tbody tr:contains(EX1)").text())
			.contains("Restart sent", "no answer", "Hybridge is checking whether it happened", "Unknown, checking")
			.doesNotContain("Not restarted");

		page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify tbody .status").eachText()).containsOnly("Succeeded");
		assertThat(LAB.effects("HealthManagerRestarted")).isEqualTo(before + 2);
	}

	@Test
	void doesNotKnowAboutAServerThatItCouldNotAskAndSaysWhy() throws Exception {
		LAB.faults().inject("Test-PushProxy", Fault.REFUSE_ACCESS, 1);
		this.desk.probe();

		Document page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify tbody .status").eachText()).containsExactly("Unknown", "Succeeded");
		assertThat(page.select("#verify").text()).contains("Proved on 1 of 2 mailbox servers",
				"ex1.fabrikam.com knows the account but does not let it open a remote shell");
		assertThat(this.desk.status("push-proxy")).isEqualTo("UNSEEN");
	}

	private static void removeOurKey() {
		List<String> keys = LAB.keys();
		LAB.replaceKeys(keys.subList(0, keys.size() - 1));
	}

}
