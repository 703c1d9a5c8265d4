package io.hybridge.enablement;

import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.lab.Fault;
import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.state.OrganizationState.AuthConfiguration;
import io.hybridge.lab.world.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Field cases 7 and 8 from the finding to the end of the change, on the running lab.
 */
class RolloverOnTheLabTests extends LabWizard {

	@Test
	void fieldCase8PutsTheOutageFirstAndRepairsIt() throws Exception {
		LAB.reset(Scenario.AUTH_CERTIFICATE_EXPIRED);
		Document page = this.desk.check("oauth");
		assertThat(page.select("#findings .banner h2").first().text()).startsWith("The auth certificate expired");
		assertThat(page.select("#findings .banner details pre").text()).contains("Add-PSSnapin",
				"Set-AuthConfig -PublishCertificate", "Restart-WebAppPool MSExchangeOWAAppPool");
		assertThat(this.desk.status("oauth")).isEqualTo("OUTAGE");
		assertThat(this.desk.overview().text()).contains("The auth certificate has expired");
		page = choosing(page);
		assertThat(page.select("#findings .banner h2").first().text()).startsWith("The auth certificate expired");
		assertThat(page.select("input[name=also]")).hasSize(9).noneMatch((box) -> box.hasAttr("checked"));

		this.desk.beginWith(page, "oauth", "ex1.fabrikam.com");
		page = this.desk.finish("oauth");
		assertThat(page.select("#apply h2").text()).isEqualTo("6 changes were made in Fabrikam");
		assertThat(LAB.effects("AuthCertificateSet")).isOne();
		assertThat(LAB.effects("ServiceHostRestarted")).isOne();
		assertThat(LAB.effects("ApplicationPoolRecycled")).isEqualTo(2);
		assertThat(this.desk.check("oauth").select("#plan").text()).contains("No changes");
	}

	@Test
	void leavesOutEveryRestartThatNobodyAccepted() throws Exception {
		LAB.reset(Scenario.AUTH_CERTIFICATE_EXPIRED);
		this.desk.begin(choosing(this.desk.check("oauth")), "oauth");
		assertThat(this.desk.finish("oauth").select("#apply h2").text()).isEqualTo("3 changes were made in Fabrikam");
		assertThat(LAB.effects("ServiceHostRestarted") + LAB.effects("ApplicationPoolRecycled")).isZero();
	}

	@Test
	void fieldCase7EAddsTheKeyOfTheNextCertificateAndKeepsTheCurrentOne() throws Exception {
		LAB.reset(Scenario.NEXT_STAGED);
		List<String> keys = LAB.keys();
		Document page = this.desk.check("oauth");
		assertThat(page.select("#findings .banner h2").text()).startsWith("On ")
			.endsWith("Exchange will sign with a key that Microsoft 365 does not know");
		assertThat(page.select("#apply-form").text()).contains("CVE-2025-53786");
		this.desk.begin(page, "oauth");
		this.desk.finish("oauth");
		assertThat(LAB.keys()).hasSize(keys.size() + 1).containsAll(keys);
		assertThat(this.desk.status("oauth")).isEqualTo("IN_EFFECT");
		assertThat(this.desk.check("oauth").select("#findings").text()).contains("Microsoft 365 knows its key");
	}

	@Test
	void fieldCase7E2PublishesTheStagedCertificate() throws Exception {
		LAB.reset(Scenario.EXPIRED_WITH_NEXT_STAGED);
		String staged = auth().next().orElseThrow().thumbprint();
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(auth().current()).isEqualTo(staged);
		assertThat(auth().next()).isEmpty();
		assertThat(LAB.effects("AuthCertificateSet")).isZero();
	}

	@Test
	void fieldCase7E4StagesACertificateWhoseKeyGoesFirst() throws Exception {
		LAB.reset(Scenario.AUTH_CERTIFICATE_ENDS_SOON);
		String current = auth().current();
		Document page = this.desk.check("oauth");
		assertThat(page.select("#findings .banner h2").text()).contains("no next certificate is staged");
		this.desk.begin(page, "oauth");
		this.desk.finish("oauth");
		assertThat(auth().current()).isEqualTo(current);
		assertThat(auth().next()).isPresent();
		assertThat(LAB.ledger().effects().stream().map((effect) -> effect.kind()).toList())
			.containsSubsequence("CertificateCreated", "KeysReplaced", "NextCertificateStaged");
		assertThat(this.desk.check("oauth").select("#plan").text()).contains("No changes");
	}

	@Test
	void publishesWhatTheServiceHostDoesNotTakeOver() throws Exception {
		LAB.reset(Scenario.NEXT_OVERDUE);
		String staged = auth().next().orElseThrow().thumbprint();
		assertThat(LAB.world().view().traits()).contains(Trait.NEXT_NOT_TAKEN_OVER);
		Document page = this.desk.check("oauth");
		assertThat(page.select("#findings .banner h2").text()).contains("Exchange does not use it yet");
		this.desk.begin(page, "oauth");
		this.desk.finish("oauth");
		assertThat(auth().current()).isEqualTo(staged);
	}

	@ParameterizedTest
	@CsvSource({ "AUTH_CERTIFICATE_ENDS_SOON, Set-NextAuthCertificate, NextCertificateStaged",
			"EXPIRED_WITH_NEXT_STAGED, Publish-AuthCertificate, NextCertificatePublished",
			"AUTH_CERTIFICATE_EXPIRED, Restart-ServiceHost, ServiceHostRestarted",
			"AUTH_CERTIFICATE_EXPIRED, Restart-ApplicationPool, ApplicationPoolRecycled" })
	void looksForAChangeWhoseAnswerIsLost(Scenario scenario, String operation, String effect) throws Exception {
		LAB.reset(scenario);
		Document planned = choosing(this.desk.check("oauth"));
		LAB.faults().inject(operation, Fault.LOSE_ANSWER, 1);
		Document page = this.desk.beginWith(planned, "oauth", "service host of ex2", "OWAAppPool (ex2");
		assertThat(page.select("#progress").text()).contains("We do not know yet");
		assertThat(LAB.effects(effect)).isOne();
		page = this.desk.finish("oauth");
		assertThat(page.select("#apply").text()).contains("Confirmed by read-back");
		assertThat(LAB.effects(effect)).isOne();
	}

	/**
	 * Over a plain session nobody tells what else a certificate serves, so a person
	 * chooses.
	 */
	private Document choosing(Document page) throws Exception {
		Element candidate = page.selectFirst("input[name=certificate]");
		if (candidate == null) {
			return page;
		}
		this.desk.ask("oauth", "check", "certificate", candidate.val());
		return this.desk.finish("oauth");
	}

	private static AuthConfiguration auth() {
		return LAB.exchange().state().auth();
	}

}
