package io.hybridge.enablement;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.hybridge.lab.Trait;
import io.hybridge.lab.world.Scenario;
import io.hybridge.security.People;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator signs in at Microsoft in the browser, from a step and back to it. */
class BrowserSignInWalkTests extends LabWizard {

	@AfterEach
	void answerAsUsual() throws Exception {
		LAB.reset(Scenario.STANDARD);
		this.desk.open(LAB);
	}

	@Test
	void comesBackToTheStepWhichIsThenChecked() throws Exception {
		this.desk.signOut();
		assertThat(this.desk.signInByBrowser(LAB, "oauth")).isEqualTo(this.desk.home() + "/enablement/oauth");
		assertThat(this.desk.finish("oauth").select("form[action$=/sign-in/browser]")).isEmpty();
		assertThat(this.desk.show("tenant").select("form[action$=/sign-in/end]")).isNotEmpty();
		assertThat(this.desk.show("tenant").text()).contains("Signed in as administrator@fabrikam.com");
	}

	@Test
	void signsInWhereAPolicyBlocksTheCode() throws Exception {
		LAB.traits().turn(Trait.DEVICE_CODE_BLOCKED, true);
		this.desk.signOut();
		assertThat(this.desk.signInByBrowser(LAB, "somewhere")).isEqualTo(this.desk.home() + "/enablement/tenant");
		this.desk.finish("tenant");
		assertThat(this.desk.status("tenant")).isEqualTo("IN_EFFECT");
	}

	/** Somebody else applies with the sign-in of the first one: that must not work. */
	@Test
	void nobodyAppliesWithTheSignInOfSomebodyElse() throws Exception {
		Document planned = this.desk.check("oauth");
		this.desk.ask(planned, "oauth", People.administrator());
		this.desk.finish("oauth");
		assertThat(LAB.entries()).isEmpty();
		assertThat(this.desk.show("oauth", People.administrator()).text()).contains("Sign in to see the tenant");
		Document tenant = this.desk.show("tenant", People.administrator());
		assertThat(tenant.text()).contains("nobody (Test operator is, for their own deeds)");
		assertThat(tenant.select("form[action$=/sign-in/browser]")).isNotEmpty();
		assertThat(this.desk.show("tenant").text()).contains("Signed in to Microsoft 365 for this organization: you");
	}

	@Test
	void saysThatNobodyHasConsented() throws Exception {
		LAB.traits().turn(Trait.CONSENT_MISSING, true);
		this.desk.signOut();
		assertThat(this.desk.signInByBrowser(LAB, "tenant")).isEqualTo(this.desk.home() + "/sign-in");
		assertThat(this.desk.show("tenant").text()).contains("nobody has consented yet", "AADSTS65001");
	}

	@Test
	void tellsWhereAPartnersAdministratorIsAtHome() throws Exception {
		LAB.traits().turn(Trait.ADMINISTRATOR_OF_A_PARTNER, true);
		this.desk.signOut();
		this.desk.signInByBrowser(LAB, "tenant");
		this.desk.finish("tenant");
		assertThat(this.desk.show("tenant").text()).contains("This account is at home in another tenant");
	}

	@Test
	void meetsAPolicyThatWantsToKnowMoreByASignInFromTheStep() throws Exception {
		LAB.traits().turn(Trait.CLAIMS_CHALLENGE, true);
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(LAB.entries()).isEmpty();
		Document asked = this.desk.show("oauth");
		assertThat(asked.select("section[role=alert] form[action$=/sign-in/browser] input[name=place]").val())
			.isEqualTo("oauth");
		assertThat(this.desk.signInByBrowser(LAB, "oauth")).isEqualTo(this.desk.home() + "/enablement/oauth");
		Document planned = this.desk.finish("oauth");
		assertThat(planned.select("form[action$=/sign-in/browser]")).isEmpty();
		this.desk.begin(planned, "oauth");
		this.desk.finish("oauth");
		assertThat(LAB.entries()).hasSize(1);
	}

}
