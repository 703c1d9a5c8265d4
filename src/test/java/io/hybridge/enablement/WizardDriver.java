package io.hybridge.enablement;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.hybridge.lab.world.OpenLab;
import io.hybridge.run.execution.ErrandExecutor;
import io.hybridge.run.execution.NextWake;
import io.hybridge.security.People;
import io.hybridge.support.Links;
import io.hybridge.support.MutableClock;

import static io.hybridge.support.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * An operator who looks after Fabrikam by requests, and who says when a run goes on: the
 * scheduler sleeps, and the clock is set to the moment a run waits for.
 */
@TestComponent
class WizardDriver {

	private static final int PAUSES = 40;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ErrandExecutor work;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private String organization;

	/**
	 * Registers Fabrikam, unless it is here already, and its tenant's administrator signs
	 * in.
	 */
	void open(OpenLab lab) throws Exception {
		this.clock.set(Instant.now());
		if (this.organization == null) {
			this.organization = register("Fabrikam", OpenLab.DOMAIN);
		}
		send(this.organization + "/sign-in/end", People.operator());
		send(this.organization + "/sign-in", People.operator());
		Document page = page(this.organization + "/sign-in");
		lab.enterCode(page.select("strong.mono").text());
		await().until(() -> !page(this.organization + "/sign-in").select("form[action$=/end]").isEmpty());
		await().until(() -> !show("tenant").select("#progress").isEmpty());
		finish("tenant");
	}

	String home() {
		return this.organization;
	}

	void signOut() throws Exception {
		send(this.organization + "/sign-in/end", People.operator());
	}

	/**
	 * Goes to Microsoft and back in one browser.
	 * @return where the console leads then
	 */
	String signInByBrowser(OpenLab lab, String place) throws Exception {
		return signInByBrowser(lab, place, People.operator());
	}

	String signInByBrowser(OpenLab lab, String place, RequestPostProcessor person) throws Exception {
		MockHttpServletResponse left = this.mvc
			.perform(post(this.organization + "/sign-in/browser").param("place", place).with(person).with(csrf()))
			.andReturn()
			.getResponse();
		String microsoft = left.getHeader("Refresh").replace("0;url=", "");
		return this.mvc.perform(get(URI.create(lab.signInAt(microsoft))).cookie(left.getCookies()).with(person))
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
	}

	private String register(String name, String domain) throws Exception {
		return this.mvc.perform(
				post("/organizations").param("name", name).param("domain", domain).with(People.operator()).with(csrf()))
			.andReturn()
			.getResponse()
			.getRedirectedUrl()
			.replaceAll("/enablement/.*", "");
	}

	/** Registers as the form does, which asks for a check of all four steps. */
	MvcResult registerChecked(String name, String domain, RequestPostProcessor person) throws Exception {
		return this.mvc
			.perform(post("/organizations").param("name", name)
				.param("domain", domain)
				.param("check", "true")
				.with(person)
				.with(csrf()))
			.andReturn();
	}

	/** Asks for something, whether the page offers it or not, and works on nothing. */
	MvcResult ask(String step, String verb, String... values) throws Exception {
		return send(address(step, verb), People.operator(), values);
	}

	/** As another person asks it. */
	MvcResult ask(RequestPostProcessor person, String step, String verb, String... values) throws Exception {
		return send(address(step, verb), person, values);
	}

	/** Says which plans of the organization a second person approves. */
	MvcResult rule(RequestPostProcessor person, String rule) throws Exception {
		return send(this.organization + "/approval", person, "rule", rule);
	}

	/** The page that an answer leads to, with what it says once. */
	Document follow(MvcResult answer) throws Exception {
		String address = answer.getResponse().getRedirectedUrl().replaceAll("#.*", "");
		return Jsoup
			.parse(this.mvc.perform(get(address).with(People.operator()).cookie(answer.getResponse().getCookies()))
				.andReturn()
				.getResponse()
				.getContentAsString());
	}

	/** Looks after another organization for a while. */
	void visit(String name, String domain, Visit visit) throws Exception {
		String home = this.organization;
		this.organization = register(name, domain);
		try {
			visit.run();
		}
		finally {
			this.organization = home;
		}
	}

	/** Asks or confirms on the page of the tenant's cloud. */
	Document cloud(String verb, String cloud) throws Exception {
		MvcResult answer = send(this.organization + "/cloud" + verb, People.operator(), "cloud", cloud);
		return (answer.getResponse().getStatus() == 302) ? follow(answer)
				: Jsoup.parse(answer.getResponse().getContentAsString());
	}

	/** Whether the page of a step has a form for a verb. */
	boolean offers(String step, String verb) throws Exception {
		return offers(show(step), step, verb);
	}

	boolean offers(Document page, String step, String verb) {
		return !page.select("form[action$=" + address(step, verb) + "]").isEmpty();
	}

	/** What is done meanwhile. */
	interface Visit {

		void run() throws Exception;

	}

	/** Looks and plans, to the end, also what was taken back. */
	Document check(String step) throws Exception {
		send(address(step, "check"), People.operator(), "again", "true");
		return finish(step);
	}

	/** Asks for a check of all steps, and works on nothing. */
	MvcResult checkAll(RequestPostProcessor person) throws Exception {
		return send(this.organization + "/check", person);
	}

	/** What the organization's page asks for while all steps are checked. */
	MvcResult progress() throws Exception {
		return this.mvc.perform(get(this.organization + "/progress").with(People.operator())).andReturn();
	}

	/** What a step's page asks for while a run works on it. */
	Document progress(String step) throws Exception {
		MvcResult part = this.mvc.perform(get(address(step, "progress")).with(People.operator())).andReturn();
		assertThat(part.getResponse().getStatus()).isEqualTo(200);
		return Jsoup.parse(part.getResponse().getContentAsString());
	}

	Document checkUndo(String step) throws Exception {
		send(address(step, "check-undo"), People.operator());
		return finish(step);
	}

	/**
	 * Asks for the plan that a page shows, and works on nothing.
	 * @param planned page of the step
	 * @param step slug
	 * @return what was answered
	 */
	MvcResult ask(Document planned, String step, RequestPostProcessor person) throws Exception {
		Element plan = planned.selectFirst("#apply-form input[name=plan]");
		assertThat(plan).as(planned.select("main").text()).isNotNull();
		return send(address(step, "apply"), person, "plan", plan.val(), "accepted", "true", "confirmation",
				confirmation(planned));
	}

	/** Asks for the plan that a page shows, and works on it until its first pause. */
	Document begin(Document planned, String step) throws Exception {
		ask(planned, step, People.operator());
		goOn();
		return show(step);
	}

	/**
	 * Asks for the plan with those of the offered changes whose title has one of the
	 * words, and works on it until its first pause.
	 */
	Document beginWith(Document planned, String step, String... words) throws Exception {
		List<String> values = new ArrayList<>(List.of("plan", planned.selectFirst("#apply-form input[name=plan]").val(),
				"accepted", "true", "confirmation", confirmation(planned)));
		for (Element box : planned.select("input[name=also]")) {
			String title = planned.select("label[for=" + box.id() + "]").text();
			if (Stream.of(words).anyMatch(title::contains)) {
				values.addAll(List.of("also", box.val()));
			}
		}
		send(address(step, "apply"), People.operator(), values.toArray(String[]::new));
		goOn();
		return show(step);
	}

	/** Types the name where the page asks for it. */
	private static String confirmation(Document planned) {
		return planned.select("#apply-form #confirmation").isEmpty() ? "" : "Fabrikam";
	}

	/**
	 * Asks for the probe on every mailbox server, and works on it until its first pause.
	 */
	Document probe() throws Exception {
		send(address("push-proxy", "verify"), People.operator());
		goOn();
		return show("push-proxy");
	}

	/**
	 * Works on the newest run until it pauses or ends.
	 * @return how it goes on
	 */
	NextWake goOn() {
		return this.work.execute(newestRun());
	}

	NextWake goOn(long run) {
		return this.work.execute(run);
	}

	/** Works on the newest run to its end. */
	Document finish(String step) throws Exception {
		for (int pause = 0; pause < PAUSES; pause++) {
			switch (goOn()) {
				case NextWake.Ended() -> {
					return show(step);
				}
				case NextWake.At(Instant at) -> this.clock.set(at);
			}
		}
		throw new AssertionError("The run does not end: " + show(step).select("main").text());
	}

	/** Asks the newest run to stop after its current change. */
	void stop() throws Exception {
		send("/runs/" + newestRun() + "/stop", People.operator());
	}

	/** The page of the organization. */
	Document overview() throws Exception {
		return page(this.organization);
	}

	Document show(String step) throws Exception {
		return show(step, People.operator());
	}

	/** The page of a step as a person sees it. */
	Document show(String step, RequestPostProcessor person) throws Exception {
		return page(this.organization + "/enablement/" + step, person);
	}

	/** The page of the newest run. */
	Document showRun() throws Exception {
		return page("/runs/" + newestRun());
	}

	/** How a step is kept for the dashboard. */
	String status(String step) {
		return kept(step, "state", String.class);
	}

	/** When the certificate of a step ends, as it is kept for the dashboard. */
	Instant certificateExpires(String step) {
		return kept(step, "certificate_expires", OffsetDateTime.class).toInstant();
	}

	private <T> T kept(String step, String column, Class<T> type) {
		return this.jdbc.sql("select " + column + " from step_status where organization_id = ? and step = ?")
			.param(Long.valueOf(this.organization.replaceAll(".*/", "")))
			.param(step.toUpperCase(Locale.ROOT).replace('-', '_'))
			.query(type)
			.single();
	}

	long newestRun() {
		return this.jdbc.sql("select coalesce(max(id), 0) from step_run").query(Long.class).single();
	}

	Document page(String address) throws Exception {
		return page(address, People.operator());
	}

	private Document page(String address, RequestPostProcessor person) throws Exception {
		Document page = Jsoup
			.parse(this.mvc.perform(get(address).with(person)).andReturn().getResponse().getContentAsString());
		assertThat(Links.leadingNowhere(page)).as("links within %s", address).isEmpty();
		return page;
	}

	private String address(String step, String verb) {
		return this.organization + "/enablement/" + step + "/" + verb;
	}

	private MvcResult send(String address, RequestPostProcessor person, String... values) throws Exception {
		var request = post(address).with(person).with(csrf());
		for (int at = 0; at < values.length; at += 2) {
			request.param(values[at], values[at + 1]);
		}
		return this.mvc.perform(request).andReturn();
	}

}
