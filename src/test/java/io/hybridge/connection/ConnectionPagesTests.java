package io.hybridge.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.hybridge.lab.Fault;
import io.hybridge.lab.Trait;
import io.hybridge.lab.world.LabView;
import io.hybridge.lab.world.OpenLab;
import io.hybridge.lab.world.Scenario;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.FormErrors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A real organization is connected to the servers of the lab, as a person would. */
@ApplicationTest
@TestPropertySource(
		properties = { "db-scheduler.polling-interval=1h", "db-scheduler.immediate-execution-enabled=false" })
class ConnectionPagesTests {

	private static final OpenLab LAB = OpenLab.anywhere(Scenario.STANDARD);

	private static final String EX1 = "ex1.fabrikam.com";

	@Autowired
	private MockMvc browser;

	@Autowired
	private ConnectionTester tester;

	@Autowired
	private JdbcClient jdbc;

	private long organization;

	private static int registered;

	@AfterAll
	static void close() {
		LAB.close();
	}

	@BeforeEach
	void register() throws Exception {
		String domain = "live" + ++registered + ".example";
		MvcResult answer = send(post("/organizations").param("name", "Live " + registered)
			.param("domain", domain)
			.param("environment", "live"));
		String address = answer.getResponse().getRedirectedUrl();
		assertThat(address).matches("/organizations/\\d+/connection");
		this.organization = Long.parseLong(address.split("/")[2]);
	}

	/** Others share the database. */
	@AfterEach
	void leaveNoLinks() {
		this.jdbc.sql("delete from connection_climb").update();
		this.jdbc.sql("delete from exchange_link").update();
		this.jdbc.sql("delete from unreached_server").update();
		this.jdbc.sql("delete from step_status where organization_id = ?").param(this.organization).update();
	}

	@Test
	void leadsFromTheFirstServerToAllOfThem() throws Exception {
		Document empty = page("");
		assertThat(empty.select("h2").eachText()).containsExactly("Connect the first server");
		assertThat(empty.select(".scope, header").text()).contains("Live");
		assertThat(save("basic", server(EX1))).isEqualTo("/organizations/" + this.organization + "/connection/" + EX1);
		assertThat(this.jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
			.param(this.organization + ":" + EX1)
			.query(Long.class)
			.single()).isOne();
		assertThat(page("/" + EX1).select("#climbing")).hasSize(1);
		climb(EX1);
		Document ladder = page("/" + EX1);
		assertThat(ladder.select("h2").text()).contains("Works");
		assertThat(ladder.select("ol.stack h3").eachText()).containsExactly("The name is known",
				"Something listens on the port", "The certificate is the right one", "The account is let in",
				"The account may start a program", "PowerShell runs and answers", "Exchange opens a session",
				"The account may use every command");
		assertThat(ladder.text()).contains("CN=", "SHA-256").doesNotContain(password());
		assertThat(ladder.select("a.primary").eachText()).containsExactly("Continue with the servers of " + name());
		Document servers = page("");
		assertThat(servers.select("input[name=server]").eachAttr("value")).containsExactly("cas1.fabrikam.com",
				"ex2.fabrikam.com");
	}

	/** Nothing is tried, and nothing is said to work. */
	@Test
	void saysOfAServerThatAPersonReachesThatNothingCanBeTested() throws Exception {
		assertThat(page("").select("a[href$=/new/bundle]").text()).isEqualTo("A bundle that a person carries");
		assertThat(page("/new/bundle").select("input[type=password], input[name=address]")).isEmpty();
		save("bundle", Map.of("fqdn", EX1));
		assertThat(this.jdbc.sql("select count(*) from connection_climb").query(Long.class).single()).isZero();
		Document server = page("/" + EX1);
		assertThat(server.select("h2").text()).contains("Carried by a person");
		assertThat(server.select("main").text()).contains("Nothing can be tested").doesNotContain("Works");
		assertThat(server.select("form[action$=/test], #climbing")).isEmpty();
		assertThat(server.select("a[href$=/change]")).as("there is nothing to change but the name, which stays")
			.isEmpty();
		assertThat(page("").select("td").text()).contains("Carried by a person");
	}

	@ParameterizedTest
	@CsvSource({ "REMOTE_SHELLS_FORBIDDEN, The account may not start a program",
			"SESSIONS_USED_UP, Exchange opens no session",
			"ROLE_FOR_CERTIFICATES_MISSING, The account may not use every command" })
	void saysWhichRungIsTheFirstThatFails(Trait trait, String rung) throws Exception {
		LAB.traits().turn(trait, true);
		try {
			save("basic", server(EX1));
			climb(EX1);
			assertThat(failed()).containsExactly(rung);
			assertThat(page("").text()).contains(rung);
		}
		finally {
			LAB.traits().turn(trait, false);
		}
	}

	@Test
	void namesTheCommandsThatAreMissing() throws Exception {
		LAB.traits().turn(Trait.ROLE_FOR_CERTIFICATES_MISSING, true);
		try {
			save("basic", server(EX1));
			climb(EX1);
			assertThat(page("/" + EX1).select("dd").eachText()).contains("New-ExchangeCertificate");
		}
		finally {
			LAB.traits().turn(Trait.ROLE_FOR_CERTIFICATES_MISSING, false);
		}
	}

	@Test
	void aWrongPasswordIsTheSignIn() throws Exception {
		save("basic", with(server(EX1), "password", "wrong"));
		climb(EX1);
		assertThat(failed()).containsExactly("The account is not let in");
		Document page = page("/" + EX1);
		assertThat(page.text()).doesNotContain("wrong");
		assertThat(page.select("main .primary").eachText()).as("what to do next").containsExactly("Change");
		assertThat(page("").select("main .primary")).as("nothing leads past a server that does not work").isEmpty();
	}

	/** Who looks at the organization must not have to find the ladder to learn that. */
	@Test
	void whatDoesNotHoldIsToldWhereverTheOrganizationIs() throws Exception {
		save("basic", with(server(EX1), "password", "wrong"));
		climb(EX1);
		for (String page : List.of("/organizations/" + this.organization,
				"/organizations/" + this.organization + "/enablement/servers", "/")) {
			Document told = parsed(
					this.browser.perform(get(page).with(People.operator()).locale(Locale.ENGLISH)).andReturn());
			assertThat(told.select("main").text()).as(page)
				.contains(EX1 + ": The account is not let in", "refused the user name");
			assertThat(told.select("a[href=" + at("/" + EX1) + "]").text()).as(page).contains("See how far it gets");
			assertThat(told.select("main .status").text()).as(page).contains("Unknown").doesNotContain("In effect");
		}
		save("basic", with(server(EX1), "seen", seen("/" + EX1 + "/change")));
		assertThat(whole("/organizations/" + this.organization)).doesNotContain("The account is not let in");
		climb(EX1);
		assertThat(whole("/")).doesNotContain("See how far it gets");
	}

	private String whole(String page) throws Exception {
		return parsed(this.browser.perform(get(page).with(People.operator())).andReturn()).select("main").text();
	}

	@Test
	void leadsFromAServerThatIsNotConnectedAnyMoreToThoseThatAre() throws Exception {
		assertThat(this.browser.perform(get(at("/gone.example")).with(People.operator()))
			.andReturn()
			.getResponse()
			.getRedirectedUrl()).isEqualTo(at(""));
	}

	@Test
	void aHostThatIsNotThereIsTheNameOrThePort() throws Exception {
		save("basic", with(server(EX1), "address", "nobody.invalid"));
		climb(EX1);
		assertThat(failed()).containsExactly("The name is not known");
		save("basic", with(server("ex7.fabrikam.com"), "port", "1"));
		climb("ex7.fabrikam.com");
		assertThat(page("/ex7.fabrikam.com").select("ol.stack .is-red").eachText())
			.containsExactly("Nothing listens on the port");
	}

	/** What was only looked at is judged as well, and no account is needed for it. */
	@Test
	void aTestWithoutSigningInJudgesTheCertificateToo() throws Exception {
		save("basic", with(with(server(EX1), "trust", "runtime"), "authorities", ""));
		this.jdbc.sql("delete from connection_climb").update();
		send(post(at("/" + EX1 + "/test")).param("signIn", "false"));
		climb(EX1);
		assertThat(failed()).containsExactly("The certificate is not accepted");
		assertThat(page("/" + EX1).select("button[name=fingerprint]")).hasSize(1);
		save("basic", with(server(EX1), "seen", seen("/" + EX1 + "/change")));
		this.jdbc.sql("delete from connection_climb").update();
		send(post(at("/" + EX1 + "/test")).param("signIn", "false"));
		climb(EX1);
		assertThat(page("/" + EX1).select("h2").text()).contains("Tested without signing in");
		assertThat(page("/" + EX1).text())
			.contains("The sign-in of the account (not tried)", "The rights of the account (not tried)")
			.doesNotContain("The account is let in", "The account may use", "PowerShell runs and answers");
	}

	/** A lost answer blames no rung. */
	@Test
	void aLostAnswerLeavesUnknownHowFarItCame() throws Exception {
		save("basic", server(EX1));
		LAB.faults().inject("Get-Access", Fault.LOSE_ANSWER, 1);
		climb(EX1);
		assertThat(failed()).isEmpty();
		assertThat(page("/" + EX1).text()).contains("The sign-in of the account (not known)",
				"The rights of the account (not known)");
	}

	@Test
	void theLabsServersAreConnectedByTheLabAlone() throws Exception {
		long lab = RegisteredOrganizations.add(this.jdbc, "Lab " + this.organization, "lab.example").value();
		for (String path : List.of("", "/new/basic", "/" + EX1)) {
			this.browser.perform(get("/organizations/" + lab + "/connection" + path).with(People.operator()))
				.andExpect(status().isNotFound());
		}
		this.jdbc.sql("delete from organization where id = ?").param(lab).update();
	}

	@Test
	void nothingIsChangedAtAnArchivedOrganization() throws Exception {
		save("basic", server(EX1));
		this.jdbc.sql("update organization set archived_at = registered_at where id = ?")
			.param(this.organization)
			.update();
		assertThat(send(form("/new/basic", server("ex2.fabrikam.com"))).getResponse().getStatus()).isEqualTo(404);
		assertThat(send(post(at("/" + EX1 + "/remove"))).getResponse().getStatus()).isEqualTo(404);
		assertThat(page("").select("main form, main ul.stack a")).isEmpty();
		assertThat(page("").text()).contains(EX1);
	}

	/** Nobody's account is tried before somebody vouched for the server. */
	@Test
	void anUnknownCertificateIsShownAndCanBePinnedAfterComparing() throws Exception {
		save("basic", with(server(EX1), "trust", "runtime"));
		climb(EX1);
		assertThat(failed()).containsExactly("The certificate is not accepted");
		Document page = page("/" + EX1);
		String shown = page.select("button[name=fingerprint]").attr("value");
		assertThat(shown).matches("[0-9a-f]{64}");
		assertThat(page.select("dd").eachText()).contains(shown);
		send(post(at("/" + EX1 + "/pin")).param("fingerprint", "0".repeat(64)));
		assertThat(page("/" + EX1).select("#climbing")).as("nothing is pinned unseen").isEmpty();
	}

	@Test
	void aStoredPasswordStaysWhereItIsAndGoesNowhereElse() throws Exception {
		save("basic", server(EX1));
		String form = "/" + EX1 + "/change";
		Document change = page(form);
		assertThat(change.select("input[type=password]").eachAttr("value")).isEmpty();
		assertThat(change.html()).doesNotContain(password());
		send(form(form, with(server(EX1), "password", "")));
		climb(EX1);
		assertThat(page("/" + EX1).select("h2").text()).contains("Works");
		MvcResult moved = send(form(form, with(with(server(EX1), "password", ""), "address", "attacker.example")));
		assertThat(moved.getResponse().getStatus()).isEqualTo(422);
		assertThat(parsed(moved).select("#password ~ .error, .error").eachText())
			.anyMatch((error) -> error.contains("A stored one is not sent to another address"));
	}

	@Test
	void nobodyOverwritesWhatSomebodyElseHasStoredMeanwhile() throws Exception {
		save("basic", server(EX1));
		String form = "/" + EX1 + "/change";
		String seen = seen(form);
		Map<String, String> mine = with(with(server(EX1), "user", "FABRIKAM\\mine"), "seen", seen);
		assertThat(send(form(form, with(with(server(EX1), "user", "FABRIKAM\\theirs"), "seen", seen))).getResponse()
			.getStatus()).isEqualTo(302);
		MvcResult late = send(form(form, mine));
		assertThat(late.getResponse().getStatus()).isEqualTo(422);
		Document page = parsed(late);
		assertThat(page.select("[role=alert]").text()).contains("Somebody has changed the connection");
		assertThat(page.select("#user ~ p.error").text()).contains("Stored by now: FABRIKAM\\theirs");
		assertThat(page.select("p.error").eachText()).hasSize(1);
		assertThat(page.select("input[name=user]").attr("value")).isEqualTo("FABRIKAM\\mine");
		assertThat(page("/" + EX1 + "/change").select("input[name=user]").attr("value")).isEqualTo("FABRIKAM\\theirs");
		String now = page.select("input[name=seen]").attr("value");
		assertThat(send(form(form, with(mine, "seen", now))).getResponse().getStatus()).isEqualTo(302);
	}

	/**
	 * A run that changes something ends where it began; only what it may need to go on is
	 * let through.
	 */
	@Test
	void nothingLeadsElsewhereUnderARunThatChangesSomething() throws Exception {
		save("basic", server(EX1));
		changing(true);
		String form = "/" + EX1 + "/change";
		MvcResult moved = send(form(form, with(with(server(EX1), "address", "new.fabrikam.com"), "seen", seen(form))));
		assertThat(moved.getResponse().getStatus()).isEqualTo(422);
		assertThat(parsed(moved).select("[role=alert]").text()).contains("A run is changing " + name());
		assertThat(parsed(moved).select("input[name=address]").val()).isEqualTo("new.fabrikam.com");
		String there = send(post(at("/" + EX1 + "/remove"))).getResponse().getRedirectedUrl();
		assertThat(there).endsWith("/" + EX1);
		assertThat(page(form).select("input[name=address]").val()).isEqualTo("127.0.0.1");
		assertThat(send(form(form, with(with(server(EX1), "user", "other"), "seen", seen(form)))).getResponse()
			.getStatus()).as("another account").isEqualTo(302);
		changing(false);
		send(post(at("/" + EX1 + "/remove")));
		assertThat(page("").select("table")).isEmpty();
	}

	/** Whether a run of the organization holds it. */
	private void changing(boolean now) {
		if (now) {
			this.jdbc.sql("""
					insert into step_run (organization_id, step, kind, state, actor_id, actor_name, requested_at)
					values (?, 'OAUTH', 'APPLY', 'RUNNING', 1, 'Petra Kern', current_timestamp)""")
				.param(this.organization)
				.update();
			this.jdbc.sql("""
					update organization_lease set run_id = (select max(id) from step_run where organization_id = :at)
					where organization_id = :at""").param("at", this.organization).update();
		}
		else {
			this.jdbc.sql("update step_run set state = 'DONE', ended_at = current_timestamp where organization_id = ?")
				.param(this.organization)
				.update();
		}
	}

	@Test
	void aServerThatSomebodyAddedMeanwhileIsNotOverwritten() throws Exception {
		save("basic", server(EX1));
		MvcResult second = send(form("/new/basic", with(server(EX1), "user", "FABRIKAM\\mine")));
		assertThat(second.getResponse().getStatus()).isEqualTo(422);
		assertThat(parsed(second).select("[role=alert]").text()).contains("Somebody has changed the connection");
	}

	@Test
	void aTestThatWasLostWithItsJobCanBeAskedForAgain() throws Exception {
		save("basic", server(EX1));
		assertThat(page("/" + EX1).html()).contains("/progress");
		this.jdbc.sql("update connection_climb set asked_at = dateadd(minute, -16, asked_at)").update();
		assertThat(page("/" + EX1).html()).doesNotContain("/progress");
		assertThat(send(post(at("/" + EX1 + "/test"))).getResponse().getStatus()).isEqualTo(302);
		assertThat(page("/" + EX1).html()).contains("/progress");
	}

	private String seen(String form) throws Exception {
		return page(form).select("input[name=seen]").attr("value");
	}

	@Test
	void saysEverythingThatIsWrongBesideItsFieldAndKeepsTheRest() throws Exception {
		MvcResult answer = send(form("/new/kerberos", Map.of("fqdn", "ex1/..", "port", "99999", "channel", "http",
				"user", "svc@FABRIKAM", "password", "", "realm", "no realm", "kdcs", "", "exchangeUser", "exchange")));
		assertThat(answer.getResponse().getStatus()).isEqualTo(422);
		Document page = parsed(answer);
		assertThat(page.select("p.error").eachText()).hasSize(6);
		assertThat(page.select("input[name=user]").attr("value")).isEqualTo("svc@FABRIKAM");
		assertThat(FormErrors.check(page)).containsExactly("fqdn", "port", "user", "realm", "password",
				"exchangePassword");
	}

	/** A ticket names the server as the domain knows it. */
	@ParameterizedTest
	@CsvSource({ "kerberos, ex1, Kerberos gives a ticket only for the full name", "kerberos, 10.0.0.5, Kerberos gives",
			"basic, ex1, Enter the full name", "bundle, ex1, Enter the full name",
			"local, 10.0.0.5, Enter the full name" })
	void asksForTheFullNameOfTheServer(String way, String name, String said) throws Exception {
		Document page = refused(way, with(kerberos(name, "dc1.fabrikam.test"), "trust", "runtime"));
		assertThat(FormErrors.check(page)).containsExactly("fqdn");
		assertThat(page.select("#fqdn ~ p.error").text()).startsWith(said);
	}

	@Test
	void takesAPasswordOrAKeytabAndNeverOneOfTheTwoUnsaid() throws Exception {
		Map<String, String> both = with(kerberos(EX1, "dc1.fabrikam.test"), "keyFile", "hybridge.keytab");
		Document page = refused("kerberos",
				with(with(both, "exchangeUser", "FABRIKAM\\exchange"), "exchangePassword", "pass-2"));
		assertThat(FormErrors.check(page)).containsExactly("keyFile");
		assertThat(page.select("#keyFile ~ p.error").text()).startsWith("Enter either the password or the keytab");
	}

	/** A password that belongs to no account would be thrown away. */
	@Test
	void asksWhoseThePasswordForExchangeIs() throws Exception {
		assertThat(FormErrors.check(refused("basic", with(server(EX1), "exchangePassword", "pass-2"))))
			.containsExactly("exchangeUser");
	}

	@Test
	void opensTheFoldInWhichSomethingIsToBePutRight() throws Exception {
		assertThat(page("/new/kerberos").select("details[open]")).isEmpty();
		Map<String, String> keytab = with(with(kerberos(EX1, ""), "password", ""), "keyFile", "hybridge.keytab");
		Document page = refused("kerberos", keytab);
		assertThat(FormErrors.check(page)).containsExactly("exchangeUser");
		assertThat(page.select("details[open] #exchangeUser")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "bundle, Save", "local, Save and test", "basic, Save and test" })
	void saysWhatIsDoneWithIt(String way, String button) throws Exception {
		Document page = page("/new/" + way);
		assertThat(page.select("main form button.primary").eachText()).containsExactly(button);
		assertThat(page.select("main").text()).doesNotContain("Nothing is stored");
	}

	/**
	 * Where the lab is switched off, nobody is offered it; the links of all pages say no
	 * environment.
	 */
	@Test
	void offersNoLabWhereThereIsNone() throws Exception {
		Document page = parsed(this.browser.perform(get("/organizations/new").with(People.operator())).andReturn());
		assertThat(page.select("input[name=environment]").val()).isEqualTo("live");
		assertThat(page.select("#name").val()).isEmpty();
		assertThat(page.select("main").text()).doesNotContain("lab");
	}

	private Document refused(String way, Map<String, String> form) throws Exception {
		MvcResult answer = send(form("/new/" + way, form));
		assertThat(answer.getResponse().getStatus()).isEqualTo(422);
		return parsed(answer);
	}

	/**
	 * A realm is known once: to all servers of an organization, and with one set of KDCs.
	 */
	@Test
	void theDomainControllersOfARealmAreCorrectedForAllItsServersAndNeverTwoSetsOfThem() throws Exception {
		save("kerberos", kerberos(EX1, "dc1.fabrikam.test"));
		save("kerberos", kerberos("ex2.fabrikam.com", "dc1.fabrikam.test"));
		send(form("/ex2.fabrikam.com/change",
				with(kerberos("ex2.fabrikam.com", "dc2.fabrikam.test"), "seen", seen("/ex2.fabrikam.com/change"))));
		assertThat(page("/" + EX1 + "/change").select("#kdcs").val()).isEqualTo("dc2.fabrikam.test");
		register();
		MvcResult other = send(form("/new/kerberos", kerberos(EX1, "dc9.fabrikam.test")));
		assertThat(other.getResponse().getStatus()).isEqualTo(422);
		assertThat(parsed(other).select("p.error").text()).contains("Another organization has the realm FABRIKAM.TEST");
	}

	private static Map<String, String> kerberos(String fqdn, String kdcs) {
		return Map.of("fqdn", fqdn, "channel", "http", "trust", "runtime", "user", "svc", "realm", "fabrikam.test",
				"kdcs", kdcs, "password", "pass-1");
	}

	/**
	 * Typed once, a new password goes to all servers that had the former one, and to no
	 * other.
	 */
	@Test
	void aNewPasswordIsTypedOnce() throws Exception {
		String other = "cas1.fabrikam.com";
		for (String fqdn : List.of(EX1, "ex2.fabrikam.com")) {
			save("basic", with(own(fqdn), "password", "former"));
		}
		save("basic", with(own(other), "password", "another"));
		Document form = page("/" + EX1 + "/change");
		assertThat(form.select("label[for=everywhere]").text()).contains("ex2.fabrikam.com").doesNotContain(other);
		send(form("/" + EX1 + "/change",
				with(with(server(EX1), "everywhere", "true"), "seen", form.select("[name=seen]").val())));
		for (String fqdn : List.of(EX1, "ex2.fabrikam.com", other)) {
			climb(fqdn);
		}
		assertThat(page("").select("tbody td:last-child").eachText()).hasSize(3)
			.satisfiesExactly((state) -> assertThat(state).isEqualTo("Works"),
					(state) -> assertThat(state).isEqualTo("Works"),
					(state) -> assertThat(state).startsWith("Does not work"));
		assertThat(page("/" + EX1 + "/change").select("label[for=everywhere]").text()).contains("ex2.fabrikam.com");
		assertThat(page("/" + other + "/change").select("#everywhere")).isEmpty();
	}

	@Test
	void isRecordedWithoutAnySecret() throws Exception {
		save("basic", server(EX1));
		send(post(at("/" + EX1 + "/remove")));
		assertThat(page("").select("table")).isEmpty();
		List<String> records = this.jdbc
			.sql("select canonical from audit_entry where kind = 'CONNECTION_CHANGED' and organization_id = ?")
			.param(this.organization)
			.query(String.class)
			.list();
		assertThat(records).hasSize(2)
			.allSatisfy((record) -> assertThat(record).contains(EX1).doesNotContain(password()));
	}

	private List<String> failed() throws Exception {
		return page("/" + EX1).select("ol.stack .is-red").eachText();
	}

	private void climb(String server) {
		this.tester.climb(this.organization, server);
	}

	private static String name() {
		return "Live " + registered;
	}

	private static String password() {
		return LAB.world().view().access().accounts().service().password();
	}

	private static Map<String, String> server(String fqdn) {
		LabView view = LAB.world().view();
		int port = view.servers().stream().filter((one) -> one.fqdn().equals(EX1)).findFirst().orElseThrow().port();
		return Map.of("fqdn", fqdn, "address", "127.0.0.1", "port", Integer.toString(port), "trust", "authorities",
				"authorities", view.access().authorities(), "user", view.access().accounts().service().name(),
				"password", password());
	}

	private static Map<String, String> own(String fqdn) {
		return with(server(fqdn), "port",
				LAB.world()
					.view()
					.servers()
					.stream()
					.filter((one) -> one.fqdn().equals(fqdn))
					.map((one) -> Integer.toString(one.port()))
					.findFirst()
					.orElseThrow());
	}

	private static Map<String, String> with(Map<String, String> form, String field, String value) {
		Map<String, String> other = new LinkedHashMap<>(form);
		other.put(field, value);
		return other;
	}

	private String save(String way, Map<String, String> form) throws Exception {
		MvcResult answer = send(form("/new/" + way, form));
		assertThat(answer.getResponse().getStatus()).as(parsed(answer).select(".error").text()).isEqualTo(302);
		return answer.getResponse().getRedirectedUrl();
	}

	private MockHttpServletRequestBuilder form(String path, Map<String, String> form) {
		MockHttpServletRequestBuilder request = post(at(path));
		form.forEach(request::param);
		return request;
	}

	private MvcResult send(MockHttpServletRequestBuilder request) throws Exception {
		return this.browser.perform(request.with(People.operator()).with(csrf())).andReturn();
	}

	private Document page(String path) throws Exception {
		MvcResult answer = this.browser.perform(get(at(path)).with(People.operator())).andReturn();
		assertThat(answer.getResponse().getStatus()).isEqualTo(200);
		return parsed(answer);
	}

	private static Document parsed(MvcResult answer) throws Exception {
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

	private String at(String path) {
		return "/organizations/" + this.organization + "/connection" + path;
	}

}
