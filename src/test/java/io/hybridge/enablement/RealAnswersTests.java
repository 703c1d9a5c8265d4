package io.hybridge.enablement;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.lab.Trait;
import io.hybridge.lab.world.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator reads where a server answers as real ones do. */
class RealAnswersTests extends LabWizard {

	@AfterEach
	void answerAsUsual() {
		LAB.time().goOn();
		LAB.traits().become(List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			BASIC_OFF               | does not offer Basic authentication         | Negotiate, Kerberos
			REMOTE_SHELLS_FORBIDDEN | A policy on ex1.fabrikam.com forbids remote shells | 2150859180
			WINRM_ERROR_PAGE        | an error that does not have WinRM’s format        | 500 - Internal server error
			WRONG_PRINCIPAL         | most likely because the service name HTTP/ex1.fabrikam.com | 0x80090322
			SESSIONS_USED_UP        | as many Exchange sessions open              | -2144108123
			SCRIPTS_MUST_BE_SIGNED  | lets PowerShell run only signed scripts     | AllSigned""")
	void fieldCases21And22ThePageSaysWhyAndWhatToDo(Trait trait, String sentence, String evidence) throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.traits().turn(trait, true);
		Document page = this.desk.check("servers");
		assertThat(page.select("#findings").text()).contains(sentence, evidence);
	}

	@Test
	void oldWindowsIsReachedAllTheSame() throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.traits().turn(Trait.OLD_WINDOWS, true);
		Document page = this.desk.check("servers");
		assertThat(page.select("#findings").text()).contains("EX1").doesNotContain("could not be asked");
		assertThat(page.select("#findings tbody th").eachText()).as("what is fine is quiet")
			.noneMatch((server) -> server.contains("irst seen"));
		assertThat(page.select("#findings > .evidence").text()).matches("(EX1, EX2|EX2, EX1), CAS1: first seen .+");
	}

	@Test
	void fieldCase22ExchangeThatReachesNoMetadataIsToldOfTheProxy() throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document planned = this.desk.check("oauth");
		LAB.traits().turn(Trait.METADATA_UNREACHABLE, true);
		Document page = this.desk.begin(planned, "oauth");
		assertThat(page.select("#apply").text()).contains("Stopped", "-InternetWebProxy",
				"Unable to connect to the remote server");
		assertThat(LAB.effects("AuthServerCreated")).isZero();
	}

	@Test
	void aChangeThatDoesNotShowYetIsWaitedForAndNotCalledFailed() throws Exception {
		LAB.reset(Scenario.NO_FIT_CERTIFICATE);
		Document planned = this.desk.check("oauth");
		LAB.traits().become(List.of(Trait.CHANGES_SHOW_LATE, Trait.DIRECTORY_ON_ANOTHER_CONTROLLER));
		Document page = this.desk.begin(planned, "oauth");
		assertThat(page.select("#progress").text())
			.contains("Accepted, not visible yet", "Hybridge does not send it again in the meantime")
			.doesNotContain("We do not know yet", "Stopped");
		answerAsUsual();
		page = this.desk.finish("oauth");
		assertThat(page.select("#apply h2").text()).isEqualTo("4 changes were made in Fabrikam");
		assertThat(LAB.effects("CertificateCreated")).isOne();
	}

	/** EX2 works with another domain controller than the server that was written to. */
	@Test
	void aServerThatAChangeHasNotReachedYetIsProbedAgainAndNotCalledFailed() throws Exception {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		LAB.time().hold();
		LAB.traits().turn(Trait.CHANGES_SHOW_LATE, true);
		this.desk.begin(this.desk.check("push-proxy"), "push-proxy");
		assertThat(this.desk.finish("push-proxy").select("#apply h2").text()).contains("was made in Fabrikam");
		this.desk.probe();
		this.clock.advance(Duration.ofSeconds(15));
		this.desk.goOn();
		Document page = this.desk.show("push-proxy");
		assertThat(page.select("#verify tbody tr:contains(EX1) .status").text()).isEqualTo("Succeeded");
		assertThat(page.select("#verify tbody tr:contains(EX2)").text())
			.contains("may not have reached this server yet")
			.doesNotContain("Failed");
		assertThat(this.desk.status("push-proxy")).isEqualTo("RUNNING");
		LAB.time().pass(Duration.ofSeconds(20));
		page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify tbody .status").eachText()).containsOnly("Succeeded");
		assertThat(LAB.effects("HealthManagerRestarted")).as("EX2 once more").isEqualTo(3);
		assertThat(this.desk.status("push-proxy")).isEqualTo("IN_EFFECT");
	}

	@Test
	void aServerWhoseFailureNoDomainControllerExplainsHasFailedAtOnce() throws Exception {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
		for (String step : List.of("oauth", "push-proxy")) {
			this.desk.begin(this.desk.check(step), step);
			this.desk.finish(step);
		}
		LAB.traits().turn(Trait.NAMES_UNRESOLVED, true);
		this.desk.probe();
		this.clock.advance(Duration.ofSeconds(15));
		this.desk.goOn();
		assertThat(this.desk.show("push-proxy").select("#verify tbody .status").eachText()).hasSize(2)
			.containsOnly("Failed");
		assertThat(LAB.effects("HealthManagerRestarted")).isEqualTo(2);
	}

	@Test
	void anotherAuthServerOfTheSameNameAndAddressIsNotTakenBack() throws Exception {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(this.desk.checkUndo("oauth").select("#plan").text()).contains("Remove the auth server MicrosoftSts");
		String address = LAB.exchange().state().authServer("MicrosoftSts").orElseThrow().metadataUrl();
		LAB.console().apply(new ExchangeChange.RemoveAuthServer("MicrosoftSts", address));
		LAB.console().apply(new ExchangeChange.SetAuthServer("MicrosoftSts", address));
		assertThat(this.desk.checkUndo("oauth").select("#plan").text())
			.contains("Auth server MicrosoftSts: another object has this name now")
			.doesNotContain("Remove the auth server MicrosoftSts");
	}

	@Test
	void aServerThatFailsLongAfterTheChangeHasFailed() throws Exception {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
		for (String step : List.of("oauth", "push-proxy")) {
			this.desk.begin(this.desk.check(step), step);
			this.desk.finish(step);
		}
		this.desk.probe();
		this.clock.advance(Duration.ofMinutes(5));
		LAB.console().apply(new ExchangeChange.DisablePushProxy());
		Document page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify tbody .status").eachText()).containsExactly("Failed", "Failed");
		assertThat(LAB.effects("HealthManagerRestarted")).isEqualTo(2);
	}

}
