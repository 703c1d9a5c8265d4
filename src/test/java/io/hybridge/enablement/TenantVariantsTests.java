package io.hybridge.enablement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.hybridge.lab.Fault;
import io.hybridge.lab.Trait;
import io.hybridge.lab.tenant.state.TenantKey;
import io.hybridge.lab.world.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/** The wizard against a tenant that answers as real ones do. */
class TenantVariantsTests extends LabWizard {

	private static final Duration YEAR = Duration.ofDays(365);

	@AfterEach
	void answerAsUsual() throws Exception {
		boolean confirmed = this.jdbc.sql("delete from confirmed_cloud").update() > 0;
		boolean otherPerson = LAB.traits().has(Trait.ROLE_BY_GROUP)
				|| LAB.traits().has(Trait.ADMINISTRATOR_OF_A_PARTNER) || confirmed;
		LAB.reset(Scenario.STANDARD);
		if (otherPerson) {
			this.desk.open(LAB);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TENANT_KEY_ENDED", "TENANT_KEY_FOR_SIGNING" })
	void case6KeyEntryThatDoesNotCountIsReplacedFromPlanToProof(Scenario scenario) throws Exception {
		LAB.reset(scenario);
		Document planned = this.desk.check("oauth");
		assertThat(planned.text()).contains("Remove the entry of our key from Exchange Online, to replace it",
				"Add the key to Exchange Online");
		this.desk.begin(planned, "oauth");
		this.desk.finish("oauth");
		assertThat(this.desk.status("oauth")).isEqualTo("IN_EFFECT");
		assertThat(LAB.entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.verifies()).isTrue();
			assertThat(Instant.parse(entry.endDateTime())).isEqualTo(entry.certificate().notAfter());
		});
		assertThat(LAB.keys()).as("the keys of others stay").hasSize(3);
		assertThat(this.desk.checkUndo("oauth").text()).contains("had no effect and is not put back");
	}

	@Test
	void cleansUpTheSameCertificateTwice() throws Exception {
		LAB.reset(Scenario.TENANT_KEY_TWICE);
		Document planned = this.desk.check("oauth");
		assertThat(planned.text()).contains("2 entries have the same certificate",
				"Keep only one entry of our key on Exchange Online");
		this.desk.begin(planned, "oauth");
		this.desk.finish("oauth");
		assertThat(this.desk.status("oauth")).isEqualTo("IN_EFFECT");
		assertThat(LAB.entries()).hasSize(1);
		assertThat(LAB.keys()).hasSize(3);
	}

	@Test
	void readsBackAndShowsTheEndThatTheServiceChose() throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.traits().turn(Trait.KEY_ENDS_AFTER_A_YEAR, true);
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(this.desk.status("oauth")).isEqualTo("IN_EFFECT");
		Instant end = Instant.parse(LAB.entries().getFirst().endDateTime());
		assertThat(Duration.between(Instant.now(), end)).isLessThanOrEqualTo(YEAR);
		assertThat(this.desk.certificateExpires("oauth")).isEqualTo(end);
	}

	@Test
	void case13KeyLifetimePolicyThatCanBeReadShortensTheEntry() throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.traits().turn(Trait.KEY_LIFETIME_POLICY, true);
		LAB.traits().turn(Trait.KEY_POLICY_READABLE, true);
		Document planned = this.desk.check("oauth");
		assertThat(planned.text()).contains("A policy lets keys last 365 days at most");
		this.desk.begin(planned, "oauth");
		this.desk.finish("oauth");
		TenantKey entry = LAB.entries().getFirst();
		assertThat(Duration.between(Instant.parse(entry.startDateTime()), Instant.parse(entry.endDateTime())))
			.isEqualTo(YEAR);
		assertThat(this.desk.status("oauth")).isEqualTo("IN_EFFECT");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "KEY_LIFETIME_POLICY; does not allow a key to be valid for so long",
					"KEY_TYPE_NOT_ALLOWED; does not allow keys of this type", "QUOTA_USED_UP; used up its quota",
					"CLAIMS_CHALLENGE; asks for a fresh sign-in" })
	void cases12And13RefusedWritesAreToldByTheirOwnReason(Trait trait, String words) throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.traits().turn(trait, true);
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(this.desk.showRun().text()).contains(words);
		assertThat(LAB.entries()).isEmpty();
	}

	/** Whom Microsoft refuses has another account, and comes back by it. */
	@Test
	void aRefusedKeyLeadsToAnotherAccountOnEveryPageThatTellsOfIt() throws Exception {
		LAB.reset(Scenario.STANDARD);
		this.desk.signInByBrowser(LAB, "tenant");
		this.desk.finish("tenant");
		Document planned = this.desk.check("oauth");
		LAB.faults().inject("PATCH servicePrincipal", Fault.REFUSE_ACCESS, 1);
		Document page = this.desk.begin(planned, "oauth");

		assertThat(page.select("#stands").text()).contains("Microsoft 365 refused the change")
			.doesNotContain("as it was before");
		assertThat(otherAccount(page)).containsExactly("Sign in with another account");
		assertThat(otherAccount(this.desk.showRun())).containsExactly("Sign in with another account");
		assertThat(this.desk.signInByBrowser(LAB, "oauth")).endsWith("/enablement/oauth");
		page = this.desk.finish("oauth");
		assertThat(page.select("#apply-form button.primary").text()).isEqualTo("Apply 1 change to Fabrikam");
		assertThat(otherAccount(page)).isEmpty();
	}

	@Test
	void aRefusedReadingLeadsToAnotherAccount() throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.faults().inject("GET servicePrincipal", Fault.REFUSE_ACCESS, 0);
		assertThat(otherAccount(this.desk.check("oauth"))).containsExactly("Sign in with another account");
		assertThat(this.desk.page(this.desk.home() + "/sign-in").select(".body a[href$=/enablement/tenant]"))
			.hasSize(1);
		assertThat(this.desk.show("tenant").select("#tenant-sign-in form[action$=/sign-in/browser] button").eachText())
			.containsExactly("Sign in with another account");
	}

	@Test
	void whoIsNotSignedInDoesSoOnThePageOfTheStepAndComesBack() throws Exception {
		LAB.reset(Scenario.STANDARD);
		this.desk.signOut();
		Document page = this.desk.check("oauth");
		assertThat(page.select(".body .primary").eachText()).containsExactly("Sign in at Microsoft");
		assertThat(page.select("form[action$=/sign-in/browser] [name=place]").val()).isEqualTo("oauth");
		assertThat(this.desk.signInByBrowser(LAB, "oauth")).endsWith("/enablement/oauth");
		assertThat(this.desk.finish("oauth").select("#apply-form")).hasSize(1);
	}

	private static List<String> otherAccount(Document page) {
		return page
			.select("#stands ~ * form[action$=/sign-in/browser] button.primary, "
					+ "#run form[action$=/sign-in/browser] button.primary")
			.eachText();
	}

	@Test
	void case16RoleHeldOnlyThroughAGroupIsSeen() throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.traits().turn(Trait.ROLE_BY_GROUP, true);
		this.desk.open(LAB);
		assertThat(this.desk.check("tenant").text()).contains("Global Administrator");
		assertThat(this.desk.status("tenant")).isEqualTo("IN_EFFECT");
	}

	@Test
	void case17PartnerAdministratorGoesFromLookToKey() throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.traits().turn(Trait.ADMINISTRATOR_OF_A_PARTNER, true);
		this.desk.open(LAB);
		assertThat(this.desk.check("tenant").text()).contains("administrator@fabrikam.com", "Global Administrator");
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(LAB.entries()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "US_GOVERNMENT_CLOUD; is in the cloud US Government L4 (GCC High); NEEDS_ATTENTION",
					"DOD_CLOUD; is in the cloud US Government L5 (DoD); NEEDS_ATTENTION",
					"CHINA_CLOUD; is in the cloud 21Vianet (China); NEEDS_ATTENTION",
					"BLEU_CLOUD; is in the cloud Bleu (France); NEEDS_ATTENTION",
					"DELOS_CLOUD; is in the cloud Delos (Germany); NEEDS_ATTENTION",
					"LOOKUP_REFUSED; AADSTS90013; UNSEEN" })
	void case18TenantOfAnotherCloudIsNamed(Trait trait, String words, String state) throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.traits().turn(trait, true);
		assertThat(this.desk.check("tenant").text()).contains(words).doesNotContain("AADSTS90002");
		assertThat(this.desk.status("tenant")).isEqualTo(state);
	}

	@Test
	void confirmedCloudIsFollowedFromSignInToKeyAndStopsWhereNothingIsKnown() throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.traits().turn(Trait.US_GOVERNMENT_CLOUD, true);
		Document found = this.desk.check("tenant");
		assertThat(found.select("main a[href$=/cloud]").text()).contains("Microsoft cloud");
		assertThat(found.select("main form[action*=sign-in]")).isEmpty();

		Document asked = this.desk.cloud("/look", "GLOBAL");
		assertThat(asked.select("main").text()).contains("is in the cloud US Government L4 (GCC High)",
				"Nobody has confirmed a cloud");
		assertThat(asked.select("form input[type=hidden][name=cloud]").eachAttr("value"))
			.containsExactly("US_GOVERNMENT_L4");
		assertThat(this.desk.cloud("", "CHINA").select("main").text()).contains("Nobody has confirmed a cloud")
			.doesNotContain("The cloud 21Vianet (China) is confirmed");
		assertThat(this.desk.cloud("", "US_GOVERNMENT_L4").select("main").text()).contains(
				"The cloud US Government L4 (GCC High) is confirmed", "https://login.microsoftonline.us",
				"https://graph.microsoft.us", "The step Push proxy cannot be done in this cloud");

		this.desk.open(LAB);
		this.desk.check("tenant");
		assertThat(this.desk.status("tenant")).isEqualTo("IN_EFFECT");
		Document planned = this.desk.check("oauth");
		assertThat(planned.text()).contains("https://login.microsoftonline.us/metadata/json/1/?realm=fabrikam.com");
		this.desk.begin(planned, "oauth");
		this.desk.finish("oauth");
		assertThat(this.desk.status("oauth")).isEqualTo("IN_EFFECT");
		assertThat(LAB.entries()).hasSize(1);
		assertThat(this.desk.check("push-proxy").text())
			.contains("The push service of the cloud US Government L4 (GCC High) is not known")
			.doesNotContain("Enable the push proxy for");

		LAB.traits().turn(Trait.US_GOVERNMENT_CLOUD, false);
		assertThat(this.desk.check("tenant").text()).contains("is in the cloud Global");
	}

	@Test
	void stepOfACloudWithoutAKnownAuthServerPlansNothing() throws Exception {
		LAB.reset(Scenario.STANDARD);
		LAB.traits().turn(Trait.DELOS_CLOUD, true);
		this.desk.cloud("", "DELOS");
		this.desk.open(LAB);
		assertThat(this.desk.status("tenant")).isEqualTo("IN_EFFECT");
		assertThat(this.desk.check("oauth").text())
			.contains("The auth server of the cloud Delos (Germany) is not known")
			.doesNotContain("https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.com");
		assertThat(this.desk.offers("oauth", "apply")).isFalse();
	}

}
