package io.hybridge.enablement;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.web.servlet.MvcResult;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.lab.Fault;
import io.hybridge.lab.exchange.state.ExchangeView;
import io.hybridge.lab.exchange.state.ExchangeView.AuthServerView;
import io.hybridge.lab.world.Scenario;
import io.hybridge.run.execution.NextWake;
import io.hybridge.security.People;
import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Changes that do not go smoothly, sent to the running lab: what the page says, what the
 * ledger shows that really happened, and that the two agree.
 */
class ApplyTests extends LabWizard {

	private static final String ELSEWHERE = "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.onmicrosoft.com";

	@ParameterizedTest
	@CsvSource({ "oauth, 4, New-AuthCertificate, CertificateCreated",
			"oauth, 4, Set-AuthCertificate, AuthCertificateSet", "oauth, 4, Set-AuthServer, AuthServerCreated",
			"oauth, 4, PATCH servicePrincipal, KeysReplaced", "push-proxy, 1, Enable-PushProxy, PushProxyEnabled" })
	void looksForAChangeWhoseAnswerIsLost(String step, int changes, String operation, String effect) throws Exception {
		LAB.reset(Scenario.NO_FIT_CERTIFICATE);
		Document planned = planned(step);
		LAB.faults().inject(operation, Fault.LOSE_ANSWER, 1);

		Document page = this.desk.begin(planned, step);
		assertThat(page.select("#progress").text())
			.contains("Unknown, checking", "We do not know yet whether", "No answer from", "Next check in")
			.doesNotContain("Stopped");
		assertThat(LAB.effects(effect)).isOne();

		page = this.desk.finish(step);
		assertThat(page.select("#apply h2").text())
			.isEqualTo((changes == 1) ? "1 change was made in Fabrikam" : "4 changes were made in Fabrikam");
		assertThat(page.select("#apply").text()).contains("Confirmed");
		assertThat(LAB.effects(effect)).isOne();
		assertThat(outcomes()).containsSubsequence("ATTEMPTED", "UNKNOWN", "DONE").endsWith("DONE");
	}

	@ParameterizedTest
	@CsvSource({ "oauth, Remove-AuthServer, AuthServerRemoved", "oauth, PATCH servicePrincipal, KeysReplaced",
			"push-proxy, Disable-PushProxy, PushProxyDisabled" })
	void looksForAnUndoneChangeWhoseAnswerIsLost(String step, String operation, String effect) throws Exception {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
		this.desk.begin(planned(step), step);
		this.desk.finish(step);
		long before = LAB.effects(effect);
		Document planned = this.desk.checkUndo(step);
		LAB.faults().inject(operation, Fault.LOSE_ANSWER, 1);

		Document page = this.desk.begin(planned, step);
		assertThat(page.select("#progress").text()).contains("We do not know yet");
		assertThat(this.desk.progress(step).select("#progress").text()).as("as it asks for itself")
			.contains("We do not know yet", "Unknown, checking");
		page = this.desk.finish(step);
		assertThat(page.select("#apply").text()).contains("taken back");
		assertThat(LAB.effects(effect)).isEqualTo(before + 1);
	}

	@Test
	void stopsAtARefusedChangeAndSendsNoneAfterIt() throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document planned = this.desk.check("oauth");
		LAB.faults().inject("Set-AuthServer", Fault.REFUSE_ACCESS, 0);

		Document page = this.desk.begin(planned, "oauth");
		assertThat(page.select("#apply h2").text()).isEqualTo("Stopped: a change was not made");
		assertThat(page.select("#apply").text()).contains("Not reached", "Not sent: the run stopped before it")
			.doesNotContain("Waiting");
		assertThat(LAB.effects("AuthServerCreated") + LAB.effects("KeysReplaced")).isZero();
		assertThat(outcomes()).containsExactly("ATTEMPTED", "NOT_DONE");

		LAB.faults().clear();
		this.desk.begin(this.desk.check("oauth"), "oauth");
		assertThat(this.desk.finish("oauth").select("#apply h2").text()).isEqualTo("2 changes were made in Fabrikam");
	}

	@ParameterizedTest
	@CsvSource({ "Set-AuthServer, AuthServerCreated", "PATCH servicePrincipal, KeysReplaced" })
	void waitsAsLongAsItIsAskedTo(String operation, String effect) throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document planned = this.desk.check("oauth");
		LAB.faults().inject(operation, Fault.ASK_TO_WAIT, 1);

		Document page = this.desk.begin(planned, "oauth");
		assertThat(page.select("#progress").text()).contains("asks Hybridge to wait", "Next try in");
		assertThat(LAB.effects(effect)).isZero();
		assertThat(this.desk.goOn()).isInstanceOfSatisfying(NextWake.At.class,
				(pause) -> assertThat(pause.at()).isAfterOrEqualTo(this.clock.instant().plusSeconds(2)));
		assertThat(LAB.effects(effect)).as("before the time that was asked for").isZero();

		assertThat(this.desk.finish("oauth").select("#apply h2").text()).isEqualTo("2 changes were made in Fabrikam");
		assertThat(LAB.effects(effect)).isOne();
	}

	@Test
	void recordsWhatEachChangeWasAndBecame() throws Exception {
		LAB.reset(Scenario.STANDARD);
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		List<String> trail = this.desk.showRun().select(".log a[href^=/audit/]").eachText();
		assertThat(trail).anyMatch((sentence) -> sentence.contains("added key") && sentence.contains("…"))
			.anyMatch((sentence) -> sentence.contains("MicrosoftSts"))
			.noneMatch((sentence) -> sentence.contains("(none)"));
	}

	@Test
	void refusesAPlanWhoseWorldHasChangedAndShowsWhatBecameDifferent() throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document planned = this.desk.check("oauth");
		LAB.console().apply(new ExchangeChange.SetAuthServer("MicrosoftSts", ELSEWHERE));
		int before = LAB.ledger().effects().size();

		Document page = this.desk.begin(planned, "oauth");
		assertThat(page.select("#apply h2").text())
			.isEqualTo("Nothing was done: Fabrikam changed since the plan was made");
		assertThat(page.select("#apply h3").text()).contains("What has changed");
		assertThat(page.select("#plan").text()).doesNotContain("New-AuthServer");
		assertThat(LAB.ledger().effects()).hasSize(before);
		assertThat(outcomes()).isEmpty();
	}

	@Test
	void asksAPersonWhenSomebodyElseWroteAThirdValue() throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document planned = this.desk.check("oauth");
		LAB.faults().inject("Set-AuthServer", Fault.LOSE_ANSWER, 1);
		this.desk.begin(planned, "oauth");
		LAB.console().apply(new ExchangeChange.SetAuthServer("MicrosoftSts", ELSEWHERE));

		Document page = this.desk.finish("oauth");
		assertThat(page.select("#apply h2").text()).isEqualTo("Stopped: a person must decide");
		assertThat(page.select("#apply").text()).contains(ELSEWHERE, "Read back: neither the old nor the wanted value");
		assertThat(page.select("#findings details").text()).contains("This was seen before the run above stopped");
		assertThat(LAB.effects("KeysReplaced")).isZero();
		assertThat(outcomes()).endsWith("CONFLICT");
	}

	@ParameterizedTest
	@CsvSource({ "wanted, true", "found, false" })
	void doesWithAThirdValueWhatAPersonDecides(String choice, boolean planned) throws Exception {
		Document page = conflict();
		assertThat(page.select("#apply .sides.three .label").eachText()).containsExactly("Before", "Wanted",
				"Found now");
		int effects = LAB.ledger().effects().size();
		assertThat(page.select("#decision input[type=radio][checked]")).as("none beforehand").isEmpty();
		this.desk.ask("oauth", "decide", "choice", choice, "confirmation", planned ? " Fabrikam " : "");
		page = this.desk.finish("oauth");

		assertThat(LAB.ledger().effects()).as("what was sent").hasSize(effects);
		assertThat(page.select("#decision, #apply .banner")).isEmpty();
		assertThat(page.select("#findings").text()).contains(ELSEWHERE);
		assertThat(page.select("#apply-form").isEmpty()).isNotEqualTo(planned);
		assertThat(page.select("#plan").text().contains("kept what was found")).isNotEqualTo(planned);
		assertThat(this.desk.status("oauth")).isNotEqualTo("CONFLICT");
		assertThat(this.desk.showRun().select(".log").text().contains("discarded a plan for step OAuth"))
			.isNotEqualTo(planned);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", value = { "wanted, Fabrikan, confirmation", "wanted, '', confirmation",
			"wanted, fabrikam, confirmation", "null, Fabrikam, choice", "other, Fabrikam, choice" })
	void beginsNothingWhereTheNameIsWrongOrNothingWasChosen(String choice, String typed, String field)
			throws Exception {
		conflict();
		long runs = this.desk.newestRun();
		int effects = LAB.ledger().effects().size();
		MvcResult answer = (choice != null) ? this.desk.ask("oauth", "decide", "choice", choice, "confirmation", typed)
				: this.desk.ask("oauth", "decide", "confirmation", typed);
		Document page = Jsoup.parse(answer.getResponse().getContentAsString());

		assertThat(answer.getResponse().getStatus()).isEqualTo(422);
		assertThat(page.select("#decision .error").text()).contains("Nothing was changed");
		assertThat(page.select("#decision [aria-invalid=true]").outerHtml()).contains("\"" + field);
		assertThat(page.select("#decision #confirmation").val()).as("what was typed is kept").isEqualTo(typed);
		assertThat(page.select("#decision input[checked]")).hasSize("wanted".equals(choice) ? 1 : 0);
		assertThat(this.desk.newestRun()).isEqualTo(runs);
		assertThat(LAB.ledger().effects()).hasSize(effects);
		assertThat(this.desk.status("oauth")).isEqualTo("CONFLICT");
	}

	/** What is cut without a word is lost. */
	@Test
	void handsBackAReasonThatIsLongerThanTheRecordKeeps() throws Exception {
		LAB.reset(Scenario.STANDARD);
		String plan = this.desk.check("oauth").select("#apply-form input[name=plan]").val();
		String reason = "CHG-7 " + "x".repeat(195);
		MvcResult answer = this.desk.ask("oauth", "apply", "plan", plan, "accepted", "true", "reason", reason);
		Document page = Jsoup.parse(answer.getResponse().getContentAsString());
		assertThat(answer.getResponse().getStatus()).isEqualTo(422);
		assertThat(page.select("#apply-form .error").text()).contains("At most 200 characters are kept");
		assertThat(page.select("#apply-form #reason").val()).isEqualTo(reason);
	}

	@Test
	void overwritesWhatSomebodyElseSetOnlyWhereTheNameWasTyped() throws Exception {
		conflict();
		Document planned = this.desk.check("oauth");
		assertThat(planned.select("#apply-form #confirmation")).as("no decision was made").hasSize(1);
		String plan = planned.select("#apply-form input[name=plan]").val();
		long runs = this.desk.newestRun();
		int effects = LAB.ledger().effects().size();
		MvcResult answer = this.desk.ask("oauth", "apply", "plan", plan, "accepted", "true", "reason", "CHG-7",
				"confirmation", "Contoso");
		Document page = Jsoup.parse(answer.getResponse().getContentAsString());
		assertThat(answer.getResponse().getStatus()).isEqualTo(422);
		assertThat(page.select("#apply-form .error").text()).contains("Type Fabrikam. Nothing was changed");
		assertThat(page.select("#apply-form #confirmation").val()).isEqualTo("Contoso");
		assertThat(page.select("#apply-form #reason").val()).isEqualTo("CHG-7");
		assertThat(this.desk.newestRun()).isEqualTo(runs);
		assertThat(LAB.ledger().effects()).hasSize(effects);

		this.desk.ask("oauth", "apply", "plan", plan, "accepted", "true", "confirmation", "Fabrikam");
		this.desk.goOn();
		assertThat(this.desk.finish("oauth").select("#apply h2").text()).contains("made in Fabrikam");
		assertThat(LAB.ledger().effects()).hasSizeGreaterThan(effects);
		assertThat(this.desk.check("oauth").select("#confirmation")).isEmpty();
	}

	@Test
	void asksForTheNameOnlyOnce() throws Exception {
		conflict();
		this.desk.ask("oauth", "decide", "choice", "wanted", "confirmation", "Fabrikam");
		Document planned = this.desk.finish("oauth");
		assertThat(planned.select("#apply-form")).hasSize(1);
		assertThat(planned.select("#confirmation")).isEmpty();
		this.desk.begin(planned, "oauth");
		assertThat(this.desk.finish("oauth").select("#apply h2").text()).contains("made in Fabrikam");
	}

	@Test
	void saysWhenAndWhereTheThreeValuesWereRead() throws Exception {
		Elements columns = conflict().select("#apply .sides.three > div");
		assertThat(columns.get(0).text()).containsPattern("Read .*\\d\\d:\\d\\d:\\d\\d on ex1.fabrikam.com");
		assertThat(columns.get(1).text()).containsPattern("Sent .*\\d\\d:\\d\\d:\\d\\d, no answer");
		assertThat(columns.get(2).text()).containsPattern("Read .*\\d\\d:\\d\\d:\\d\\d on ex1.fabrikam.com");
	}

	@Test
	void looksWhatCanBeTakenBackWhereAThirdValueWasFound() throws Exception {
		LAB.reset(Scenario.NO_FIT_CERTIFICATE);
		forgetWhatWasMade();
		Document page = conflictIn(this.desk.check("oauth"));
		int effects = LAB.ledger().effects().size();
		assertThat(page.select("#decision input[value=before]")).hasSize(1);
		this.desk.ask("oauth", "decide", "choice", "before");
		page = this.desk.finish("oauth");
		assertThat(page.select("#decision")).isEmpty();
		assertThat(this.desk.showRun().select("h1").text()).contains("take");
		assertThat(LAB.ledger().effects()).hasSize(effects);
	}

	@Test
	void claimsNothingThatSomebodyElseMadeBeforeItWasSent() throws Exception {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
		Document planned = this.desk.check("oauth");
		LAB.faults().inject("Set-AuthServer", Fault.ASK_TO_WAIT, 1);
		this.desk.begin(planned, "oauth");
		LAB.console().apply(new ExchangeChange.SetAuthServer("MicrosoftSts", addressIn(planned)));

		Document page = this.desk.finish("oauth");
		assertThat(page.select("#apply h2").text()).isEqualTo("1 change was made in Fabrikam");
		assertThat(page.select("#apply .status").eachText()).containsExactly("Was already so", "Done");
		assertThat(outcomes()).containsExactly("ATTEMPTED", "NOT_DONE", "ALREADY_SO", "ATTEMPTED", "DONE");
		assertThat(this.desk.showRun().select(".log a[href^=/audit/]").eachText())
			.anyMatch((sentence) -> sentence.endsWith("create the auth server MicrosoftSts, but it was already there"))
			.noneMatch((sentence) -> sentence.endsWith("created the auth server MicrosoftSts"))
			.anyMatch((sentence) -> sentence.endsWith("applied one change in step OAuth"));
	}

	@Test
	@Faults("F69")
	void makesEachChangeOnceHoweverManyAsk() throws Exception {
		LAB.reset(Scenario.STANDARD);
		this.desk.signInByBrowser(LAB, "tenant", People.administrator());
		this.desk.finish("tenant");
		Document planned = this.desk.check("oauth");
		long runs = this.desk.newestRun();
		Callable<MvcResult> ask = () -> this.desk.ask(planned, "oauth", People.administrator());
		Callable<MvcResult> other = () -> this.desk.ask(planned, "oauth", People.operator());
		try (ExecutorService people = Executors.newFixedThreadPool(6)) {
			for (Future<MvcResult> answer : people.invokeAll(List.of(ask, other, ask, other, ask, other))) {
				assertThat(answer.get().getResponse().getRedirectedUrl()).endsWith("/enablement/oauth");
			}
		}
		assertThat(this.jdbc.sql("select count(*) from step_run where id > :runs")
			.param("runs", runs)
			.query(Long.class)
			.single()).isOne();
		this.desk.finish("oauth");
		int effects = LAB.ledger().effects().size();
		assertThat(LAB.effects("AuthServerCreated")).isOne();
		assertThat(LAB.effects("KeysReplaced")).isOne();

		this.desk.ask(planned, "oauth", People.operator());
		this.desk.goOn();
		assertThat(LAB.ledger().effects()).as("the same plan once more").hasSize(effects);
		assertThat(this.desk.check("oauth").select("#plan").text()).contains("No changes");
		assertThat(LAB.ledger().effects()).hasSize(effects);
	}

	@Test
	@Faults("F77")
	void sendsNothingThatCannotBeRecorded() throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document planned = this.desk.check("oauth");
		this.desk.ask(planned, "oauth", People.operator());
		int before = LAB.ledger().effects().size();
		this.jdbc.sql("alter table audit_entry add constraint full_disk check (kind <> 'CHANGE') nocheck").update();
		try {
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(this.desk::goOn);
		}
		finally {
			this.jdbc.sql("alter table audit_entry drop constraint full_disk").update();
		}
		assertThat(LAB.ledger().effects()).hasSize(before);
		assertThat(this.desk.finish("oauth").select("#apply h2").text()).isEqualTo("2 changes were made in Fabrikam");
		assertThat(LAB.effects("AuthServerCreated")).isOne();
	}

	@Test
	void appliesNoPlanThatIsTooOld() throws Exception {
		LAB.reset(Scenario.STANDARD);
		Document planned = this.desk.check("oauth");
		this.clock.advance(Duration.ofMinutes(31));
		MvcResult answer = this.desk.ask(planned, "oauth", People.operator());
		assertThat(answer.getResponse().getStatus()).isEqualTo(422);
		assertThat(answer.getResponse().getContentAsString()).contains("older than 30 minutes");
	}

	@Test
	void takesBackExactlyWhatItDid() throws Exception {
		LAB.reset(Scenario.AUTH_SERVER_DISABLED);
		forgetWhatWasMade();
		List<String> keys = LAB.keys();
		ExchangeView before = LAB.exchange().view();
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		assertThat(LAB.keys()).hasSize(keys.size() + 1).containsAll(keys);
		assertThat(LAB.exchange().view().authServers()).isNotEqualTo(before.authServers());

		Document planned = this.desk.checkUndo("oauth");
		assertThat(planned.select("#apply-form button.primary").text()).contains("Fabrikam");
		this.desk.begin(planned, "oauth");
		this.desk.finish("oauth");
		assertThat(LAB.keys()).isEqualTo(keys);
		assertThat(LAB.exchange().view()).isEqualTo(before);
	}

	@Test
	void saysWhenExchangeDoesNotTakeAChangeBack() throws Exception {
		LAB.reset(Scenario.AUTH_SERVER_OTHER_ADDRESS);
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		Document planned = this.desk.checkUndo("oauth");
		LAB.faults().inject("Remove-AuthServer", Fault.REFUSE_ACCESS, 0);
		Document page = this.desk.begin(planned, "oauth");
		assertThat(page.select("#apply h2").text()).isEqualTo("Stopped: a change was not taken back");
	}

	@Test
	void takesBackOnlyItsNewestChangeOfAnObject() throws Exception {
		LAB.reset(Scenario.AUTH_SERVER_DISABLED);
		forgetWhatWasMade();
		AuthServerView disabled = LAB.exchange().view().authServers().getLast();
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
		LAB.console().apply(new ExchangeChange.SwitchAuthServer(disabled.name(), disabled.metadataUrl(), false));
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");

		Document planned = this.desk.checkUndo("oauth");
		assertThat(planned.select("#plan article")).hasSize(2);
		this.desk.begin(planned, "oauth");
		assertThat(this.desk.finish("oauth").select("#apply h2").text()).isEqualTo("2 changes were taken back");
		assertThat(LAB.exchange().view().authServers()).contains(disabled);
		assertThat(LAB.effects("AuthServerDisabled")).isEqualTo(2);
	}

	private Document conflict() throws Exception {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
		return conflictIn(this.desk.check("oauth"));
	}

	/** Somebody changes Exchange while the answer to a change is missing. */
	private Document conflictIn(Document planned) throws Exception {
		LAB.faults().inject("Set-AuthServer", Fault.LOSE_ANSWER, 1);
		this.desk.begin(planned, "oauth");
		LAB.console().apply(new ExchangeChange.SetAuthServer("MicrosoftSts", ELSEWHERE));
		return this.desk.finish("oauth");
	}

	/** The push proxy is planned when the step before it is in effect. */
	private Document planned(String step) throws Exception {
		if (step.equals("push-proxy")) {
			this.desk.begin(this.desk.check("oauth"), "oauth");
			this.desk.finish("oauth");
		}
		return this.desk.check(step);
	}

	private static String addressIn(Document planned) {
		Matcher command = Pattern.compile("-AuthMetadataUrl '([^']+)'").matcher(planned.select("#plan").text());
		assertThat(command.find()).as(planned.select("#plan").text()).isTrue();
		return command.group(1);
	}

	/** How the changes of the newest run were recorded, in order. */
	private List<String> outcomes() {
		return this.jdbc.sql("select outcome from audit_entry where kind = 'CHANGE' and run_id = :run order by id")
			.param("run", this.desk.newestRun())
			.query(String.class)
			.list();
	}

}
