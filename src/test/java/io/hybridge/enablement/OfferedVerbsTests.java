package io.hybridge.enablement;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

import io.hybridge.lab.Fault;
import io.hybridge.lab.world.Scenario;
import io.hybridge.security.People;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In every state of every step: what the page does not offer is refused, in words, and
 * nothing is sent.
 */
class OfferedVerbsTests extends LabWizard {

	private static final List<String> STEPS = List.of("tenant", "servers", "oauth", "push-proxy");

	private static final List<String> VERBS = List.of("check", "decide", "check-undo", "apply", "verify",
			"device-test");

	@Test
	void restartsNoHealthManagerWhileThePushProxyWasNeverEnabled() throws Exception {
		LAB.reset(Scenario.STANDARD);
		this.desk.check("push-proxy");
		long runs = this.desk.newestRun();
		MvcResult answer = this.desk.ask("push-proxy", "verify");
		if (this.desk.newestRun() > runs) {
			this.desk.goOn();
		}
		assertThat(LAB.effects("HealthManagerRestarted")).isZero();
		assertThat(this.desk.newestRun()).isEqualTo(runs);
		assertThat(this.desk.follow(answer).select("[role=alert]").text()).contains("Nothing was done",
				"The last check did not find the push proxy ready");
	}

	@Test
	void offersOnlyALookWhereNobodyEverLooked() throws Exception {
		this.desk.visit("Contoso", "contoso.com", () -> {
			agree("never looked");
			assertThat(this.desk.offers("oauth", "check")).isTrue();
			assertThat(this.desk.offers("push-proxy", "verify")).isFalse();
		});
	}

	@Test
	void refusesWhateverThePageDoesNotOfferFromTheFirstLookToTheUndo() throws Exception {
		LAB.reset(Scenario.STANDARD);
		for (String step : STEPS) {
			this.desk.check(step);
		}
		agree("looked at");

		LAB.faults().inject("Set-AuthServer", Fault.LOSE_ANSWER, 1);
		this.desk.begin(this.desk.show("oauth"), "oauth");
		assertThat(this.desk.show("push-proxy").text()).contains("Nothing else can start in Fabrikam");
		agree("a change is under way");
		this.desk.finish("oauth");

		this.desk.check("push-proxy");
		agree("push proxy planned");
		this.clock.advance(Duration.ofMinutes(31));
		agree("plan too old");
		this.desk.begin(this.desk.check("push-proxy"), "push-proxy");
		this.desk.finish("push-proxy");
		assertThat(this.desk.offers("push-proxy", "verify")).isTrue();
		agree("push proxy enabled");

		this.desk.probe();
		assertThat(this.desk.offers("push-proxy", "verify")).isFalse();
		agree("probes under way");
		this.desk.finish("push-proxy");
		assertThat(this.desk.offers("push-proxy", "device-test")).isTrue();
		agree("probed");

		this.desk.checkUndo("push-proxy");
		assertThat(this.desk.offers("push-proxy", "check")).as("the way back").isTrue();
		agree("undo planned");
		this.desk.begin(this.desk.show("push-proxy"), "push-proxy");
		this.desk.finish("push-proxy");
		agree("undone");
	}

	@Test
	void appliesNoPlanWhoseLookIsNotTheNewest() throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document older = this.desk.check("oauth");
		this.desk.check("oauth");
		int before = LAB.ledger().effects().size();
		MvcResult answer = this.desk.ask(older, "oauth", People.operator());
		assertThat(this.desk.follow(answer).select("[role=alert]").text()).contains("not the newest");
		assertThat(LAB.ledger().effects()).hasSize(before);
	}

	@Test
	void changesAndProvesNothingThatStandsOnAnEarlierStepWhichWasTakenBack() throws Exception {
		LAB.reset(Scenario.STANDARD);
		// Nothing of the push proxy was taken back before it is planned.
		this.jdbc.sql("update step_status set taken_back_run_id = null").update();
		for (String step : STEPS) {
			this.desk.check(step);
		}
		this.desk.begin(this.desk.show("oauth"), "oauth");
		this.desk.finish("oauth");
		Document planned = this.desk.check("push-proxy");
		assertThat(this.desk.offers(planned, "push-proxy", "apply")).isTrue();
		this.desk.begin(this.desk.checkUndo("oauth"), "oauth");
		this.desk.finish("oauth");

		Document page = this.desk.show("push-proxy");
		assertThat(page.select("#stands").text()).isEqualTo("Cannot start yet Waits for OAuth");
		assertThat(this.desk.offers(page, "push-proxy", "apply")).isFalse();
		assertThat(page.select("#waits a").attr("href")).endsWith("/enablement/oauth");
		assertThat(this.desk.overview().select("h2.state + p + p a").attr("href")).startsWith("/runs/");
		agree("planned, and OAuth taken back");
		int effects = LAB.ledger().effects().size();
		MvcResult answer = this.desk.ask(planned, "push-proxy", People.operator());
		assertThat(this.desk.follow(answer).select("[role=alert]").text()).contains("Nothing was done",
				"Step OAuth has to be in effect first");
		assertThat(LAB.ledger().effects()).hasSize(effects);
	}

	@Test
	void takesThePushProxyBackAlsoAfterOAuth() throws Exception {
		LAB.reset(Scenario.STANDARD);
		for (String step : List.of("oauth", "push-proxy")) {
			this.desk.begin(this.desk.check(step), step);
			this.desk.finish(step);
		}
		this.desk.begin(this.desk.checkUndo("oauth"), "oauth");
		this.desk.finish("oauth");
		Document page = this.desk.show("push-proxy");
		assertThat(page.select("#stands").text()).isEqualTo("Cannot start yet Enabled. The probe waits for OAuth");
		assertThat(this.desk.offers(page, "push-proxy", "verify")).isFalse();
		agree("enabled, and OAuth taken back");
		this.desk.begin(this.desk.checkUndo("push-proxy"), "push-proxy");
		assertThat(this.desk.finish("push-proxy").select("#apply h2").text()).isEqualTo("1 change was taken back");
	}

	@Test
	void testsNothingButThePushProxy() throws Exception {
		LAB.reset(Scenario.STANDARD);
		this.desk.check("tenant");
		Document page = this.desk.follow(this.desk.ask("tenant", "verify"));
		assertThat(page.select("[role=alert]").text()).contains("Only the push proxy can be probed");
	}

	/** What no page offers, no request gets. */
	private void agree(String state) throws Exception {
		for (String step : STEPS) {
			Document page = this.desk.show(step);
			for (String verb : VERBS) {
				if (!this.desk.offers(page, step, verb)) {
					refuses(step, verb, state);
				}
			}
		}
	}

	private void refuses(String step, String verb, String state) throws Exception {
		String what = verb + " of " + step + " while " + state;
		long runs = this.desk.newestRun();
		long tests = deviceTests();
		int effects = LAB.ledger().effects().size();
		MvcResult answer = this.desk.ask(step, verb, "plan", newestPlan(step), "answer", "yes", "accepted", "true",
				"choice", "found");
		assertThat(this.desk.newestRun()).as(what).isEqualTo(runs);
		assertThat(deviceTests()).as(what).isEqualTo(tests);
		assertThat(LAB.ledger().effects()).as(what).hasSize(effects);
		if (answer.getResponse().getRedirectedUrl() != null && !underWay(step, verb)) {
			assertThat(this.desk.follow(answer).select("[role=alert]").text()).as(what).contains("Nothing was done");
		}
		else {
			assertThat(answer.getResponse().getStatus()).as(what).isIn(302, 404, 422);
		}
	}

	/** The same request once more leads to its run, and begins none. */
	private boolean underWay(String step, String verb) {
		return this.jdbc.sql("""
				select count(*) from step_run where step = :step and ended_at is null and kind = :kind
				or plan_id = :plan and kind in ('APPLY', 'UNDO') and :kind = 'APPLY'""")
			.param("step", column(step))
			.param("kind", column(verb))
			.param("plan", Long.parseLong(newestPlan(step)))
			.query(Long.class)
			.single() > 0;
	}

	private String newestPlan(String step) {
		return this.jdbc.sql("select coalesce(max(id), 0) from step_plan where step = ?")
			.param(column(step))
			.query(Long.class)
			.single()
			.toString();
	}

	private long deviceTests() {
		return this.jdbc.sql("select count(*) from device_test").query(Long.class).single();
	}

	private static String column(String slug) {
		return slug.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
	}

}
