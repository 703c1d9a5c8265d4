package io.hybridge.walk;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;

/** Petra Kern, who sets the console up and takes Fabrikam through the steps. */
final class Administrator {

	static final String PASSWORD = "Seven kites above the harbour";

	private final Processes processes;

	private final Lab lab;

	private Visitor visitor;

	private Carrier carrier;

	Administrator(Processes processes, Lab lab) {
		this.processes = processes;
		this.lab = lab;
		this.visitor = new Visitor(processes.consoleAddress());
	}

	/** Runs that wait for a bundle are not waited for, but carried. */
	void carryBy(Carrier carrier) {
		this.carrier = carrier;
	}

	void setUp() {
		Document page = this.visitor.submit(this.visitor.open("/setup"), "/setup",
				Map.of("code", this.processes.setupCode()));
		page = this.visitor.submit(page, "/setup/administrator",
				Map.of("name", "Petra Kern", "userName", "petra", "password", PASSWORD));
		this.visitor.submit(page, "/setup/language", Map.of("language", "en", "zone", "Europe/Berlin"));
	}

	/** After a restart of the console, or with another browser. */
	void signIn() {
		this.visitor = new Visitor(this.processes.consoleAddress());
		this.visitor.submit(this.visitor.open("/sign-in"), "/sign-in",
				Map.of("username", "petra", "password", PASSWORD));
	}

	/**
	 * Registers Fabrikam.
	 * @return the path of the organization
	 */
	String register() {
		Document page = this.visitor.submit(this.visitor.open("/organizations/new"), "/organizations",
				Map.of("name", "Fabrikam", "domain", "fabrikam.com"));
		return URI.create(page.location()).getPath().replaceAll("/enablement/.*", "");
	}

	/**
	 * Registers Fabrikam as a real organization.
	 * @return the path of the organization
	 */
	String registerLive() {
		Document page = this.visitor.submit(this.visitor.open("/organizations/new?environment=live"), "/organizations",
				Map.of("name", "Fabrikam", "domain", "fabrikam.com"));
		return URI.create(page.location()).getPath().replaceAll("/connection$", "");
	}

	/**
	 * Connects a server and waits for the test of its connection.
	 * @param form path of the form
	 * @param values as typed
	 * @return the page of the server
	 */
	Document connect(String form, Map<String, String> values) {
		Document page = this.visitor.submit(this.visitor.open(form), form, values);
		return tested(URI.create(page.location()).getPath());
	}

	/** The page of a server once its connection is tested. */
	Document tested(String server) {
		return Patience.until("the test of " + server, () -> this.visitor.open(server),
				(page) -> page.select("#climbing").isEmpty());
	}

	Document send(String page, String action, Map<String, String> values) {
		return this.visitor.submit(this.visitor.open(page), action, values);
	}

	void signInToTenant(String organization) {
		Document page = this.visitor.submit(this.visitor.open(organization + "/sign-in"), "/sign-in", Map.of());
		JsonNode view = this.lab.view().path("access");
		JsonNode account = view.path("accounts").path("administrator");
		Visitor atMicrosoft = new Visitor(URI.create(view.path("signInPage").asString()));
		Document form = atMicrosoft.open("");
		Map<String, String> values = new HashMap<>();
		values.put("code", page.select("strong.mono").text());
		values.put("person", account.path("name").asString());
		values.put("password", account.path("password").asString());
		atMicrosoft.submit(form, "/", values);
		Patience.until("the sign-in to the tenant", () -> this.visitor.open(organization + "/sign-in"),
				(state) -> state.select("form[action$=/end]").size() == 1);
		settled(organization, "tenant");
	}

	/**
	 * Checks, and plans also what was taken back. Whoever registers or signs in has all
	 * steps checked, so that comes first.
	 */
	Document check(String organization, String step) {
		settled(organization, step);
		submit(organization, step, "check", Map.of("again", "true"));
		return settled(organization, step);
	}

	Document submit(String organization, String step, String verb, Map<String, String> values) {
		return this.visitor.submit(show(organization, step), "/enablement/" + step + "/" + verb, values);
	}

	Document show(String organization, String step) {
		return this.visitor.open(organization + "/enablement/" + step);
	}

	/**
	 * The page of a step once no run works on it.
	 * @param organization path of it
	 * @param step slug
	 * @return the page
	 */
	Document settled(String organization, String step) {
		return Patience.until("the end of the run", () -> carried(show(organization, step)),
				(page) -> page.select("#progress").isEmpty());
	}

	private Document carried(Document page) {
		if (this.carrier != null) {
			page.select("#progress a[href$=/bundle]")
				.forEach((link) -> this.carrier.carry(this.visitor, link.attr("href")));
		}
		return page;
	}

	Document open(String path) {
		return this.visitor.open(path);
	}

}
