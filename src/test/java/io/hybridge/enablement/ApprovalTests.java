package io.hybridge.enablement;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MvcResult;

import io.hybridge.lab.world.Scenario;
import io.hybridge.security.People;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan that a second person approves before somebody applies it. */
class ApprovalTests extends LabWizard {

	@BeforeEach
	void rule() throws Exception {
		LAB.reset(Scenario.STANDARD);
		this.desk.rule(People.administrator(), "every-plan");
	}

	@AfterEach
	void everybodyAlone() throws Exception {
		this.desk.rule(People.administrator(), "none");
	}

	@Test
	void waitsForSomebodyElseAndThenForAnybodyButThem() throws Exception {
		Document planned = this.desk.check("oauth");
		assertThat(planned.select("#plan").text()).contains("A second person has to approve this plan");
		assertThat(planned.select("#plan .banner.red").text()).as("who approves reads the risk too")
			.contains("CVE-2025-53786");
		assertThat(planned.select("#apply-form")).isEmpty();
		String plan = plan(planned);
		refused(plan);

		this.desk.ask("oauth", "approve", "plan", plan);
		Document own = this.desk.show("oauth");
		assertThat(own.select("#plan").text()).contains("You have approved this plan");
		assertThat(own.select("#apply-form")).isEmpty();
		assertThat(this.desk.show("oauth", People.administrator()).select("#apply-form")).hasSize(1);
		refused(plan);

		this.desk.ask(People.administrator(), "oauth", "approve", "plan", plan);
		Document free = this.desk.show("oauth");
		assertThat(free.select("#plan").text()).contains("Approved by", "You can apply the plan");
		this.desk.begin(free, "oauth");
		assertThat(this.desk.finish("oauth").select("#apply h2").text()).isEqualTo("2 changes were made in Fabrikam");
		assertThat(LAB.effects("AuthServerCreated")).isOne();
		assertThat(kinds("APPROVAL")).filteredOn((parameters) -> parameters.contains("\"plan\":\"" + plan + "\""))
			.hasSize(2)
			.allMatch((parameters) -> parameters.contains("contentHash"));
		assertThat(kinds("RUN"))
			.anyMatch((record) -> record.contains("\"plan\":\"" + plan + "\"") && record.contains("\"approvedBy\""));
	}

	@Test
	void countsForNoOtherPlan() throws Exception {
		String plan = plan(this.desk.check("oauth"));
		this.desk.ask(People.administrator(), "oauth", "approve", "plan", plan);
		assertThat(this.desk.show("oauth").select("#apply-form")).hasSize(1);
		Document again = this.desk.check("oauth");
		assertThat(again.select("#apply-form")).isEmpty();
		refused(plan(again));
	}

	@Test
	void countsForNothingElseThanWhatWasApproved() throws Exception {
		String plan = plan(this.desk.check("oauth"));
		this.desk.ask(People.administrator(), "oauth", "approve", "plan", plan);
		this.jdbc.sql("update step_plan set content = replace(content, 'fabrikam.com', 'contoso.com') where id = ?")
			.param(Long.valueOf(plan))
			.update();
		refused(plan);
	}

	@Test
	void endsWithTheRightOfWhoGaveIt() throws Exception {
		String plan = plan(this.desk.check("oauth"));
		this.desk.ask(People.administrator(), "oauth", "approve", "plan", plan);
		this.jdbc.sql("update account set active = (role <> 'ADMINISTRATOR')").update();
		try {
			Document page = this.desk.show("oauth");
			assertThat(page.select("#apply-form")).isEmpty();
			assertThat(page.select("#plan").text()).contains("Only one person may change Fabrikam at the moment");
			refused(plan);
		}
		finally {
			this.jdbc.sql("update account set active = true").update();
		}
		assertThat(this.desk.show("oauth").select("#apply-form")).hasSize(1);
	}

	@Test
	void isNotRuledWhereNothingIsDoneAnyMore() throws Exception {
		this.jdbc.sql("update organization set archived_at = registered_at").update();
		try {
			assertThat(status(this.desk.rule(People.administrator(), "none"))).isEqualTo(404);
		}
		finally {
			this.jdbc.sql("update organization set archived_at = null").update();
		}
		refused(plan(this.desk.check("oauth")));
	}

	@Test
	void isGivenByNobodyWhoMayOnlyRead() throws Exception {
		String plan = plan(this.desk.check("oauth"));
		assertThat(this.desk.show("oauth", People.auditor()).select("form[action$=approve]")).isEmpty();
		assertThat(status(this.desk.ask(People.auditor(), "oauth", "approve", "plan", plan))).isEqualTo(403);
		refused(plan);
	}

	@Test
	void isRuledByAdministratorsAlone() throws Exception {
		assertThat(status(this.desk.rule(People.operator(), "none"))).isEqualTo(403);
		refused(plan(this.desk.check("oauth")));
		this.desk.rule(People.administrator(), "none");
		assertThat(this.desk.check("oauth").select("#apply-form")).hasSize(1);
		assertThat(kinds("APPROVAL_RULE_CHANGED").getLast()).contains("none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "EVERY_PLAN", "nobody" })
	void isRuledByWhatThePageOffers(String rule) throws Exception {
		MvcResult answer = this.desk.rule(People.administrator(), rule);
		assertThat(status(answer)).isEqualTo(422);
		assertThat(Jsoup.parse(answer.getResponse().getContentAsString()).select("form .error").text())
			.contains("Choose which plans");
	}

	/**
	 * The key on the shared principal is in the plan; the push proxy has nothing of it.
	 */
	@Test
	void isAskedForTheSharedPrincipalOnly() throws Exception {
		this.desk.rule(People.administrator(), "shared-principal");
		String plan = plan(this.desk.check("oauth"));
		refused(plan);
		this.desk.ask(People.administrator(), "oauth", "approve", "plan", plan);
		this.desk.begin(this.desk.show("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(this.desk.check("push-proxy").select("#apply-form")).hasSize(1);
	}

	private void refused(String plan) throws Exception {
		int effects = LAB.ledger().effects().size();
		MvcResult answer = this.desk.ask("oauth", "apply", "plan", plan, "accepted", "true");
		assertThat(status(answer)).isEqualTo(422);
		assertThat(Jsoup.parse(answer.getResponse().getContentAsString()).text())
			.contains("A second person has to approve this plan first. Nothing was changed.");
		assertThat(LAB.ledger().effects()).hasSize(effects);
	}

	private static String plan(Document page) {
		return page.select("#plan input[name=plan]").first().val();
	}

	private static int status(MvcResult answer) {
		return answer.getResponse().getStatus();
	}

	private List<String> kinds(String kind) {
		return this.jdbc.sql("select parameters from audit_entry where kind = ? order by id")
			.param(kind)
			.query(String.class)
			.list();
	}

}
