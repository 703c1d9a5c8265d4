package io.hybridge.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.organization.LimitedAccounts;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.security.account.Accounts;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/**
 * Every address of the console × people whose right is limited × their own organization,
 * another's, an archived one of others, and one that does not exist. What is expected of
 * each address stands in {@code access.txt}, where {@link AccessTests} lets none be
 * missing.
 */
@ApplicationTest
@TestPropertySource(properties = "hybridge.lab.enabled=true")
class SightTests {

	private static final String NOTHING = "987654321";

	/** Stands in whatever is kept of an organization of others. */
	private static final String SECRET = "Zebrafink";

	/** Is another in every answer. */
	private static final String TOKEN = "(_csrf\" value|csrf-token\" content)=\"[^\"]*\"";

	private static final List<String> WAYS = List.of("/organizations/{id}", "/runs/{id}", "/audit/{id");

	@Autowired
	private MockMvc browser;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private AuditLog audit;

	@Autowired
	private TransactionTemplate transaction;

	private final List<Thing> others = new ArrayList<>();

	private Thing own;

	private Map<String, RequestPostProcessor> people = Map.of();

	@BeforeEach
	void people() {
		this.own = thing("Own", "own.example");
		this.others.add(thing(SECRET, "zebrafink.example"));
		this.others.add(thing(SECRET + " Archiv", "zebrafink-archiv.example"));
		this.jdbc.sql("update organization set archived_at = registered_at where name = ?")
			.param(SECRET + " Archiv")
			.update();
		long operator = LimitedAccounts.add(this.jdbc, "operator");
		long auditor = LimitedAccounts.add(this.jdbc, "auditor");
		this.jdbc.sql("update account set role = 'AUDITOR' where id = ?").param(auditor).update();
		LimitedAccounts.show(this.jdbc, operator, this.own.organization());
		LimitedAccounts.showGroup(this.jdbc, auditor, "Customer", this.own.organization());
		this.people = new TreeMap<>(Map.of("operator", as(operator), "auditor", as(auditor)));
	}

	@AfterEach
	void leave() {
		this.jdbc.sql("delete from account where user_name like '%@limited.example'").update();
		this.jdbc.sql("delete from organization_group").update();
		this.jdbc.sql("update organization set archived_at = registered_at where domain like '%own.example'").update();
		this.jdbc.sql("update organization set archived_at = registered_at where name like ?")
			.param(SECRET + "%")
			.update();
		this.jdbc.sql("update step_run set state = 'DONE' where state = 'QUEUED'").update();
	}

	@Test
	void answersForWhatIsAnothersAsForWhatIsNotThere() throws Exception {
		List<String> wrong = new ArrayList<>();
		for (String address : table("hidden").keySet()) {
			for (String person : List.of("operator", "auditor")) {
				// Who changes nothing is refused before anything is looked at; access.txt
				// says so.
				if (person.equals("operator") || address.startsWith("GET ")) {
					wrong.addAll(compared(address, person));
				}
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(table("hidden")).hasSizeGreaterThan(50);
	}

	private List<String> compared(String address, String person) throws Exception {
		boolean within = address.contains("progress") || address.contains("panel");
		String missing = answer(address, NOTHING, this.people.get(person), within);
		List<String> wrong = new ArrayList<>();
		for (Thing other : this.others) {
			String found = answer(address, other.of(address), this.people.get(person), within);
			if (!found.equals(missing) || !found.matches("(?s)40[34].*")) {
				wrong.add("%s as %s: %s, not %s".formatted(address, person, brief(found), brief(missing)));
			}
		}
		return wrong;
	}

	/** Or the matrix would compare nothing with nothing. */
	@Test
	void showsTheSameToWhoMaySeeIt() throws Exception {
		for (String way : List.of("GET /organizations/{id}", "GET /runs/{id}", "GET /audit/{id:[0-9]{1,18}}")) {
			for (Thing other : this.others) {
				assertThat(answer(way, other.of(way), People.operator(), false)).as(way)
					.startsWith("200")
					.contains(SECRET);
			}
			for (RequestPostProcessor person : this.people.values()) {
				assertThat(answer(way, this.own.of(way), person, false)).as(way).startsWith("200").contains("Own");
			}
		}
		for (String address : table("hidden").keySet()) {
			if (address.startsWith("GET ")) {
				assertThat(brief(answer(address, this.own.of(address), this.people.get("operator"), false))).as(address)
					.isEqualTo(brief(answer(address, this.own.of(address), People.operator(), false)));
			}
		}
	}

	@Test
	void knowsAnotherWayToWriteANumberNeither() throws Exception {
		long other = this.others.getFirst().organization();
		for (String written : List.of("0x" + Long.toHexString(other), "%23" + Long.toHexString(other), "%2B" + other,
				"%20" + other, "0" + other)) {
			assertThat(status("/organizations/" + written)).as(written).isEqualTo(404);
		}
	}

	@Test
	void showsNothingOfOthersAnywhere() throws Exception {
		List<String> addresses = new ArrayList<>(List.of("/?state=not-started"));
		for (Thing other : this.others) {
			addresses.add("/runs?of=" + other.organization());
			addresses.add("/audit?organization=" + other.organization());
			addresses.add("/audit?q=run:" + other.run());
			addresses.add("/organizations?after=not-started." + other.organization());
			addresses.add("/organizations/archived?after=" + other.organization());
			addresses.add("/sign-in/microsoft365?code=1&state=" + other.organization() + ".x");
		}
		for (String kind : List.of("scoped", "none", "hidden")) {
			table(kind).keySet()
				.stream()
				.filter((address) -> address.startsWith("GET "))
				.map((address) -> path(address, this.own.of(address)))
				.forEach(addresses::add);
		}
		List<String> told = new ArrayList<>();
		for (String address : addresses) {
			if (body(address, this.people.get("operator")).toLowerCase(Locale.ROOT)
				.contains(SECRET.toLowerCase(Locale.ROOT))) {
				told.add(address);
			}
		}
		assertThat(told).isEmpty();
		assertThat(body("/", this.people.get("operator"))).contains("Own");
		assertThat(body("/expiries", this.people.get("operator"))).contains("Own");
		assertThat(body("/runs", this.people.get("auditor"))).contains("Own");
		assertThat(body("/audit", this.people.get("auditor"))).contains("Own");
	}

	@Test
	void findsNothingOfOthersByTheirNames() throws Exception {
		for (String address : List.of("/?q=", "/organizations?q=", "/runs?organization=", "/audit?q=organization:",
				"/audit?q=")) {
			String found = body(address + SECRET, this.people.get("operator")).replace(SECRET, "Nobodyxx");
			assertThat(found).as(address).isEqualTo(body(address + "Nobodyxx", this.people.get("operator")));
		}
	}

	@Test
	void exportsOnlyWhatTheListShows() throws Exception {
		String file = this.browser
			.perform(request(HttpMethod.POST, "/audit/export").param("format", "csv")
				.with(this.people.get("auditor"))
				.with(csrf()))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(file).contains("Own").doesNotContain(SECRET);
		assertThat(file.lines()).as("nothing of the console either").hasSize(2);
	}

	@Test
	void countsInTheNavigationOnlyTheirRuns() throws Exception {
		this.jdbc.sql("update step_run set state = 'QUEUED' where organization_id = ?")
			.param(this.others.getFirst().organization())
			.update();
		for (String address : List.of("/organizations", "/nowhere", "/organizations/" + NOTHING)) {
			assertThat(org.jsoup.Jsoup.parse(body(address, this.people.get("operator"))).select("nav").text())
				.as(address)
				.doesNotContain("1");
		}
	}

	@Test
	void letsNobodyRegisterWhoWouldNotSeeIt() throws Exception {
		for (String address : table("refused").keySet()) {
			assertThat(answer(address, NOTHING, this.people.get("operator"), false)).as(address).startsWith("403");
		}
		assertThat(body("/organizations", this.people.get("operator"))).doesNotContain("/organizations/new");
		assertThat(body("/", this.people.get("operator"))).doesNotContain("/organizations/new");
	}

	private Thing thing(String name, String domain) {
		long organization = RegisteredOrganizations.add(this.jdbc, name, domain).value();
		this.jdbc
			.sql("""
					insert into step_run (organization_id, step, kind, state, actor_id, actor_name, requested_at, started_at, ended_at)
					values (:organization, 'OAUTH', 'CHECK', 'DONE', 1, :by, :now, :now, :now)""")
			.param("organization", organization)
			.param("by", name)
			.param("now", MutableClock.START.atOffset(ZoneOffset.UTC))
			.update();
		long run = this.jdbc.sql("select max(id) from step_run").query(Long.class).single();
		this.jdbc.sql("insert into expiry (organization_id, kind, name, ends_at) values (?, 'TENANT_KEY', ?, ?)")
			.params(organization, name, MutableClock.START.atOffset(ZoneOffset.UTC))
			.update();
		this.transaction.executeWithoutResult((status) -> this.audit
			.append(AuditEntry.of(AuditKind.ORGANIZATION_CORRECTED, AuditOutcome.DONE, AuditActor.person(1, name, null))
				.about(organization, name)
				.with("domain", domain)));
		return new Thing(organization, run,
				this.jdbc.sql("select max(id) from audit_entry").query(Long.class).single());
	}

	private RequestPostProcessor as(long account) {
		return (request) -> {
			ProvedPeople.prove(request);
			People.stranger().postProcessRequest(request);
			return SecurityMockMvcRequestPostProcessors
				.authentication(this.accounts.require(account).person().authentication())
				.postProcessRequest(request);
		};
	}

	/** Status and body, without what is another in every answer. */
	private String answer(String address, String number, RequestPostProcessor person, boolean within) throws Exception {
		MockHttpServletRequestBuilder asked = request(HttpMethod.valueOf(address.split(" ")[0]),
				java.net.URI.create(path(address, number)))
			.with(person)
			.with(csrf());
		MockHttpServletResponse response = this.browser.perform(within ? asked.header("HX-Request", "true") : asked)
			.andReturn()
			.getResponse();
		return response.getStatus() + " " + response.getHeaderNames() + response.getRedirectedUrl()
				+ response.getContentAsString().replaceAll(TOKEN, "");
	}

	private int status(String address) throws Exception {
		return this.browser
			.perform(request(HttpMethod.GET, java.net.URI.create(address)).with(this.people.get("operator")))
			.andReturn()
			.getResponse()
			.getStatus();
	}

	private String body(String address, RequestPostProcessor person) throws Exception {
		return this.browser.perform(request(HttpMethod.GET, java.net.URI.create(address)).with(person))
			.andReturn()
			.getResponse()
			.getContentAsString()
			.replaceAll(TOKEN, "");
	}

	private static String brief(String answer) {
		return answer.substring(0, 3);
	}

	private static String path(String address, String number) {
		return address.split(" ")[1].replaceFirst("\\{id(:[^/]*)?}", number)
			.replace("{step}", "oauth")
			.replace("{way}", "win-rm")
			.replaceAll("\\{[^/]*}", "1");
	}

	private static Map<String, String> table(String expected) throws IOException {
		Map<String, String> table = new TreeMap<>();
		new ClassPathResource("access.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> line.strip().split("\\s+"))
			.filter((cells) -> expected(cells).equals(expected))
			.forEach((cells) -> table.put(cells[0] + " " + cells[1], cells[1]));
		return table;
	}

	/** An address of something with a number is never let off by its line. */
	private static String expected(String[] cells) {
		assertThat(cells).as("what is with the organizations of others at " + cells[1]).hasSize(7);
		return WAYS.stream().anyMatch(cells[1]::startsWith) ? "hidden" : cells[6];
	}

	/**
	 * What is kept of an organization.
	 *
	 * @param organization its number
	 * @param run number of one of its runs
	 * @param record number of one of its records
	 */
	private record Thing(long organization, long run, long record) {

		String of(String address) {
			if (address.contains(" /runs/")) {
				return Long.toString(this.run);
			}
			return Long.toString(address.contains(" /audit/") ? this.record : this.organization);
		}

	}

}
