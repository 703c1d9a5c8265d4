package io.hybridge.enablement;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.lab.Trait;
import io.hybridge.lab.world.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator reads where a server answers as real ones do. */
class RealAnswersTests extends LabWizard {

	@AfterEach
	void answerAsUsual() {
		LAB.traits().become(List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			BASIC_OFF               | does not offer Basic authentication         | Negotiate, Kerberos
			REMOTE_SHELLS_FORBIDDEN | A policy on ex1.fabrikam.com forbids remote shells | 2150859180
			WINRM_ERROR_PAGE        | an error that is not in WinRM’s form        | 500 - Internal server error
			WRONG_PRINCIPAL         | setspn -Q HTTP/ex1.fabrikam.com | 0x80090322
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
		assertThat(this.desk.check("servers").select("#findings").text()).contains("EX1")
			.doesNotContain("could not be asked");
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
		LAB.traits().turn(Trait.CHANGES_SHOW_LATE, true);
		Document page = this.desk.begin(planned, "oauth");
		assertThat(page.select("#progress").text()).contains("Accepted, not visible yet", "It waits to show everywhere")
			.doesNotContain("We do not know yet", "Stopped");
		LAB.traits().turn(Trait.CHANGES_SHOW_LATE, false);
		page = this.desk.finish("oauth");
		assertThat(page.select("#apply h2").text()).isEqualTo("4 changes are made in Fabrikam");
		assertThat(LAB.effects("CertificateCreated")).isOne();
	}

}
