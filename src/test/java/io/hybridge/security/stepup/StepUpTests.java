package io.hybridge.security.stepup;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.hybridge.security.People;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Role;
import io.hybridge.security.factor.AppOf;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.CookieBrowser;
import io.hybridge.support.FormErrors;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What a session that somebody left open can do. */
@ApplicationTest
class StepUpTests {

	private static final String AGAIN = "/sign-in/again";

	private static final Duration STALE = Duration.ofMinutes(5).plusSeconds(1);

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	@Autowired
	private WebApplicationContext context;

	private Account administrator;

	private long before;

	private CookieBrowser browser;

	@BeforeEach
	void signIn(@Autowired MockMvc mvc) throws Exception {
		this.browser = new CookieBrowser(mvc);
		this.jdbc.sql("delete from sign_in_throttle").update();
		AppOf.removeAll(this.context);
		this.before = this.jdbc.sql("select coalesce(max(id), 0) from audit_entry").query(Long.class).single();
		this.administrator = People.account(this.context, Role.ADMINISTRATOR);
		this.browser.send(this.browser.form("/sign-in", "/sign-in")
			.param("username", "administrator@fabrikam.com")
			.param("password", People.PASSWORD), 302);
	}

	@AfterEach
	void nobodyHasAnApp() {
		AppOf.removeAll(this.context);
		this.jdbc.sql("delete from invitation where user_name = 'new@fabrikam.com'").update();
	}

	/** Each deed of the console is one that needs it or one that does not. */
	@Test
	void everyDeedIsInTheTable(@Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
		TreeSet<String> deeds = new TreeSet<>();
		requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
			if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)
					&& handler.getBeanType().getName().startsWith("io.hybridge.")
					&& !handler.getBeanType().getName().contains("Tests")) {
				deeds.addAll(mapping.getPatternValues());
			}
		});
		assertThat(deeds).contains("/organizations/{id}/enablement/{step}/apply", "/audit/export");
		List<String> table = Stream.of(Deeds.GUARDED, Deeds.WITH_PASSWORD, Deeds.FREE).flatMap(Set::stream).toList();
		assertThat(table).doesNotHaveDuplicates().containsAll(deeds);
		assertThat(table).filteredOn((deed) -> !deed.startsWith("/lab/") && !deed.equals("/error"))
			.allMatch(deeds::contains);
	}

	@Test
	void nothingIsAskedOfWhoHasJustSignedIn() throws Exception {
		assertThat(this.browser.send(invite(), 302).getRedirectedUrl()).isEqualTo("/settings/users");
	}

	@Test
	void aPasswordIsAskedForAgainOfWhoHasNothingElseAndWhatWasTypedIsThereAfterwards() throws Exception {
		this.clock.advance(STALE);
		Cookie before = this.browser.cookies().get("SESSION");
		assertThat(this.browser.send(invite(), 302).getRedirectedUrl()).isEqualTo(AGAIN);
		assertThat(invitations()).isZero();
		assertThat(this.browser.open(AGAIN).select("#code")).isEmpty();
		assertThat(FormErrors
			.check(Jsoup.parse(this.browser.send(this.browser.form(AGAIN, AGAIN).param("password", "wrong"), 422)
				.getContentAsString())))
			.containsExactly("password");
		assertThat(this.browser.send(invite(), 302).getRedirectedUrl()).as("still").isEqualTo(AGAIN);
		assertThat(this.browser.send(this.browser.form(AGAIN, AGAIN).param("password", People.PASSWORD), 302)
			.getRedirectedUrl()).isEqualTo("/settings/users");
		assertThat(this.browser.cookies().get("SESSION").getValue()).isNotEqualTo(before.getValue());
		Document page = this.browser.open("/settings/users");
		assertThat(page.select("#userName").val()).isEqualTo("new@fabrikam.com");
		assertThat(page.select("[role=status]").text()).contains("you had to show who you are");
		this.browser.send(invite(), 302);
		assertThat(invitations()).isOne();
		assertThat(records()).containsExactly("REFUSED", "DONE");
	}

	@Test
	void aFactorIsAskedForWhereThereIsOne() throws Exception {
		AppOf app = AppOf.added(this.administrator, this.context);
		assertThat(this.browser.send(invite(), 302).getRedirectedUrl()).as("the password is no factor")
			.isEqualTo(AGAIN);
		assertThat(this.browser.open(AGAIN).select("#password")).isEmpty();
		this.browser.send(this.browser.form(AGAIN, AGAIN).param("password", People.PASSWORD), 422);
		this.browser.send(this.browser.form(AGAIN, AGAIN).param("code", app.shows()), 302);
		assertThat(this.browser.send(invite(), 302).getRedirectedUrl()).isEqualTo("/settings/users");
		this.clock.advance(STALE);
		assertThat(this.browser.send(this.browser.form("/settings/profile", "/settings/profile/password"), 302)
			.getRedirectedUrl()).isEqualTo(AGAIN);
	}

	@Test
	void aPasswordIsNotAskedForTwiceWhereTheFormAsksForIt() throws Exception {
		this.clock.advance(STALE);
		assertThat(FormErrors.check(Jsoup.parse(this.browser
			.send(this.browser.form("/settings/profile", "/settings/profile/password").param("password", "short"), 422)
			.getContentAsString()))).contains("password");
	}

	@Test
	void aStepIsAppliedOnlyAfterIt() throws Exception {
		this.clock.advance(STALE);
		MockHttpServletResponse within = this.browser
			.send(this.browser.form("/settings/profile", "/organizations/1/enablement/oauth/apply")
				.header("HX-Request", "true")
				.param("reason", "Change 4711"), 401);
		assertThat(within.getHeader("HX-Redirect")).isEqualTo(AGAIN);
		assertThat(this.browser.send(this.browser.form(AGAIN, AGAIN).param("password", People.PASSWORD), 302)
			.getRedirectedUrl()).isEqualTo("/organizations/1/enablement/oauth");
		this.browser.send(this.browser.form("/settings/profile", "/organizations/1/enablement/oauth/apply"), 404);
	}

	@Test
	void aSearchThatIsExportedIsThereAfterwards() throws Exception {
		this.clock.advance(STALE);
		this.browser
			.send(this.browser.form("/audit", "/audit/export").param("q", "kind:sign-in").param("format", "csv"), 302);
		assertThat(this.browser.send(this.browser.form(AGAIN, AGAIN).param("password", People.PASSWORD), 302)
			.getRedirectedUrl()).isEqualTo("/audit?q=kind%3Asign-in");
	}

	@Test
	void whatOnlyLooksIsNotAskedFor() throws Exception {
		this.clock.advance(STALE);
		this.browser.send(this.browser.form("/settings/profile", "/organizations/1/enablement/oauth/check"), 404);
		assertThat(this.browser
			.send(this.browser.form("/settings/profile", "/settings/profile")
				.param("language", "en")
				.param("zone", "UTC")
				.param("theme", "DARK"), 302)
			.getRedirectedUrl()).isEqualTo("/settings/profile");
	}

	private MockHttpServletRequestBuilder invite() throws Exception {
		return this.browser.form("/settings/users", "/settings/users/invitations")
			.param("userName", "new@fabrikam.com")
			.param("role", "AUDITOR");
	}

	private int invitations() {
		return this.jdbc.sql("select count(*) from invitation where user_name = 'new@fabrikam.com'")
			.query(Integer.class)
			.single();
	}

	private List<String> records() {
		return this.jdbc.sql(
				"select outcome from audit_entry where kind = 'SIGN_IN' and parameters like '%\"again\"%' and id > ? order by id")
			.param(this.before)
			.query(String.class)
			.list();
	}

}
