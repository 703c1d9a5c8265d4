package io.hybridge.enablement;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.state.ExchangeEffect;
import io.hybridge.lab.exchange.state.ExchangeView;
import io.hybridge.lab.exchange.state.OrganizationState.AuthServer;
import io.hybridge.lab.world.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every auth server that a real organization may have, walked on the running lab: what is
 * planned, what is changed, that the notification travels, and that all can be taken
 * back.
 */
class AuthServerScenarioTests extends LabWizard {

	/** What would turn a name around, or ring, is seen on every page that tells of it. */
	@Test
	void whatAServerCallsSomethingTurnsNoPageAround() throws Exception {
		LAB.reset(Scenario.AUTH_SERVER_DISABLED);
		forgetWhatWasMade();
		AuthServer ours = LAB.exchange().state().authServer("MicrosoftSts").orElseThrow();
		LAB.exchange().change(ExchangeEffect.AuthServerRemoved, LabExchange.values("name", ours.name()));
		LAB.exchange()
			.change(ExchangeEffect.AuthServerCreated,
					LabExchange.values("name", "Microsoft\u202Efdp\u0007.exe\u2066", "metadataUrl", ours.metadataUrl(),
							"realm", ours.realm(), "issuer", ours.issuer(), "tokenEndpoint", ours.tokenEndpoint(),
							"enabled", "false"));
		seen(this.desk.check("oauth"));
		seen(this.desk.show("oauth"));
		for (String page : List.of(this.desk.home(), "/audit", "/runs", "/")) {
			assertThat(this.desk.page(page).html()).doesNotContain("\u202E", "\u0007", "\u2066");
		}
	}

	private static void seen(Document page) {
		assertThat(page.html()).contains("Microsoft\uFFFDfdp\uFFFD.exe\uFFFD")
			.doesNotContain("\u202E", "\u0007", "\u2066");
	}

	@ParameterizedTest
	@CsvSource({ "AUTH_SERVER_BY_WIZARD, ACS - 1f0c7a52-90b4-4e1d-b6a8-3d5e2c8f4a07",
			"AUTH_SERVER_BY_DOCUMENT, WindowsAzureACS", "AUTH_SERVER_BY_TENANT_ID, MicrosoftSts" })
	void usesWhatServesTheTenantWhateverItsName(Scenario scenario, String name) throws Exception {
		LAB.reset(scenario);
		ExchangeView before = LAB.exchange().view();
		Document page = this.desk.check("oauth");
		assertThat(page.select("#plan").text()).doesNotContain("New-AuthServer", "Set-AuthServer");
		assertThat(page.select("#findings").text()).contains(name);
		apply("oauth", "1 change was made in Fabrikam");
		assertThat(LAB.exchange().view().authServers()).isEqualTo(before.authServers());
		travels();
	}

	@Test
	void enablesADisabledAuthServerAndDisablesItAgain() throws Exception {
		LAB.reset(Scenario.AUTH_SERVER_DISABLED);
		forgetWhatWasMade();
		ExchangeView before = LAB.exchange().view();
		assertThat(this.desk.check("oauth").select("#plan").text()).contains("Set-AuthServer", "-Enabled $true");
		apply("oauth", "2 changes were made in Fabrikam");
		travels();
		this.desk.begin(this.desk.checkUndo("push-proxy"), "push-proxy");
		this.desk.finish("push-proxy");
		this.desk.begin(this.desk.checkUndo("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(LAB.exchange().view().authServers()).isEqualTo(before.authServers());
	}

	@ParameterizedTest
	@CsvSource({ "AUTH_SERVER_OTHER_TENANT, contoso.onmicrosoft.com",
			"AUTH_SERVER_OTHER_ADDRESS, fabrikam-pilot.onmicrosoft.com" })
	void leavesTheAuthServerOfAnotherTenantAndMakesASecond(Scenario scenario, String realm) throws Exception {
		LAB.reset(scenario);
		forgetWhatWasMade();
		ExchangeView before = LAB.exchange().view();
		Document page = this.desk.check("oauth");
		assertThat(page.select("#findings").text()).contains(realm);
		assertThat(page.select("#plan").text()).contains("ACS - fabrikam.com", "It is that of another tenant, " + realm,
				"so fabrikam.com gets one of its own under another name: ACS - fabrikam.com");
		apply("oauth", "2 changes were made in Fabrikam");
		assertThat(LAB.exchange().view().authServers()).containsAll(before.authServers()).hasSize(3);
		travels();
		this.desk.begin(this.desk.checkUndo("push-proxy"), "push-proxy");
		this.desk.finish("push-proxy");
		this.desk.begin(this.desk.checkUndo("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(LAB.exchange().view().authServers()).isEqualTo(before.authServers());
	}

	@Test
	void plansNothingWhereExchangeSignsAsAnotherPrincipal() throws Exception {
		LAB.reset(Scenario.AUTH_CONFIGURATION_FOREIGN);
		Document page = this.desk.check("oauth");
		assertThat(page.select("#findings").text()).contains("8c3f1b6e-7a52-4d09-9e4b-2f5d0c6a1e93", "fabrikam.local");
		assertThat(page.select("#apply-form")).isEmpty();
	}

	private void apply(String step, String heading) throws Exception {
		this.desk.begin(this.desk.check(step), step);
		assertThat(this.desk.finish(step).select("#apply h2").text()).isEqualTo(heading);
	}

	private void travels() throws Exception {
		apply("push-proxy", "1 change was made in Fabrikam");
		this.desk.probe();
		Document page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify tbody .status").eachText()).containsOnly("Succeeded");
	}

}
