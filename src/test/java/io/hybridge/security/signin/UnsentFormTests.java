package io.hybridge.security.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.hybridge.security.People;
import io.hybridge.security.secret.BrowserSeal;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.Faults;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What becomes of a form that is sent after its session was over. */
@ApplicationTest
class UnsentFormTests {

	/** What is written like a code, and is none: a line to search by, a badge number. */
	private static final Set<String> NO_SECRET = Set.of("q", "number", "pin", "keyFile", "realm", "kdcs", "clientId");

	private static final Pattern SECRET = Pattern
		.compile("(?:fragments/form :: (?:password|code|checkbox)\\('\\w+\\.|type=\"checkbox\" name=\")(\\w+)['\"]");

	@Autowired
	private MockMvc browser;

	@Autowired
	private BrowserSeal seal;

	@Test
	@Faults("F82")
	void comesBackWithWhatWasTypedAfterTheSignIn() throws Exception {
		MockHttpServletResponse late = send(organization(), People.stranger());
		assertThat(late.getRedirectedUrl()).isEqualTo("/organizations/new");
		Cookie kept = late.getCookie(UnsentForms.COOKIE);
		assertThat(kept.isHttpOnly()).isTrue();
		assertThat(kept.getAttribute("SameSite")).isEqualTo("Strict");
		assertThat(kept.getValue()).doesNotContain("Contoso");
		assertThat(open("/sign-in", People.stranger(), kept).select("[role=status]").text())
			.contains("the form is there again");
		MockHttpServletResponse wrong = send(
				post("/sign-in").param("username", "a").param("password", "b").with(csrf()).cookie(kept),
				People.stranger());
		assertThat(wrong.getCookie(UnsentForms.COOKIE)).isNull();
		Document form = open("/organizations/new", People.operator(), kept);
		assertThat(form.select("#name").val()).isEqualTo("Contoso");
		assertThat(form.select("#domain").val()).isEqualTo("contoso.example");
		assertThat(form.select("[role=status]").text()).contains("What you typed is here again");
		assertThat(open("/settings/profile", People.operator(), kept).text()).doesNotContain("here again");
		assertThat(send(organization().with(csrf()).cookie(kept), People.operator()).getCookie(UnsentForms.COOKIE)
			.getMaxAge()).isZero();
	}

	@Test
	void isAskedForAgainInTheSameWayWithinAPage() throws Exception {
		MockHttpServletResponse late = send(
				post("/organizations/1/sign-in").header("HX-Request", "true").param("reason", "Change 4711"),
				People.stranger());
		assertThat(late.getStatus()).isEqualTo(401);
		assertThat(late.getHeader("HX-Refresh")).isEqualTo("true");
		assertThat(kept(late)).contains("/organizations/1/sign-in", "4711");
	}

	@Test
	void isShownAgainToWhoeverIsSignedInByNow() throws Exception {
		MockHttpServletResponse late = send(organization().header("Sec-Fetch-Site", "same-origin"), People.operator());
		assertThat(late.getRedirectedUrl()).isEqualTo("/organizations/new");
		assertThat(
				open("/organizations/new", People.operator(), late.getCookie(UnsentForms.COOKIE)).select("#name").val())
			.isEqualTo("Contoso");
	}

	@Test
	void needsNoSignInWhereThePageNeedsNone() throws Exception {
		MockHttpServletResponse late = send(post("/invitations/none").param("name", "Anna Berg"), People.stranger());
		assertThat(late.getRedirectedUrl()).isEqualTo("/invitations/none");
		late = send(post("/sign-in").param("username", "anna@fabrikam.com").param("password", "canary"),
				People.stranger());
		assertThat(late.getRedirectedUrl()).isEqualTo("/sign-in");
		Document page = open("/sign-in", People.stranger(), late.getCookie(UnsentForms.COOKIE));
		assertThat(page.select("#username").val()).isEqualTo("anna@fabrikam.com");
		assertThat(page.text()).doesNotContain("the form is there again");
	}

	@Test
	void leadsToItsPageAlsoWhereNothingWasTyped() throws Exception {
		MockHttpServletResponse late = send(post("/organizations/1/enablement/oauth/check"), People.stranger());
		assertThat(late.getRedirectedUrl()).isEqualTo("/organizations/1/enablement/oauth");
		assertThat(
				open("/sign-in", People.stranger(), late.getCookie(UnsentForms.COOKIE)).select("[role=status]").text())
			.contains("Sign in and do it again");
	}

	@Test
	void neverHoldsASecretOrConsent() throws Exception {
		MockHttpServletResponse late = send(post("/settings/profile/password").param("current", "canary-1")
			.param("password", "canary-2")
			.param("_csrf", "canary-3")
			.param("code", "canary-4")
			.param("accepted", "canary-5")
			.param("also", "6"), People.stranger());
		assertThat(kept(late)).endsWith("/settings/profile\n");
	}

	@Test
	void knowsEveryFieldThatIsTypedAnew() throws IOException {
		try (Stream<Path> templates = Files.walk(Path.of("frontend/templates"))) {
			Set<String> secret = templates.filter(Files::isRegularFile)
				.flatMap((file) -> SECRET.matcher(read(file)).results())
				.map((field) -> field.group(1))
				.filter((name) -> !NO_SECRET.contains(name))
				.collect(Collectors.toSet());
			assertThat(secret).contains("password", "current", "code", "accepted", "also");
			assertThat(UnsentForm.TYPED_ANEW).containsAll(secret);
		}
	}

	@Test
	void isNoLargerThanACookieMayBe() throws Exception {
		MockHttpServletResponse late = send(
				post("/organizations").param("name", "\u00fc".repeat(1_000)).param("domain", "x"), People.stranger());
		assertThat(kept(late)).endsWith("/organizations/new\n");
		for (int length : new int[] { 100, 2_000, 2_400, 100_000 }) {
			late = send(post("/organizations").param("name", "n".repeat(length)), People.stranger());
			assertThat(late.getHeader("Set-Cookie").length()).isLessThan(4_096);
			late = send(post("/invitations/" + "t".repeat(length)), People.stranger());
			assertThat(late.getHeader("Set-Cookie").length()).isLessThan(4_096);
		}
	}

	@Test
	void isTakenFromNoOtherSite() throws Exception {
		for (RequestPostProcessor person : new RequestPostProcessor[] { People.stranger(), People.operator() }) {
			for (String from : new String[] { "cross-site", "same-site", "none" }) {
				MockHttpServletResponse foreign = send(organization().header("Sec-Fetch-Site", from), person);
				assertThat(foreign.getStatus()).isEqualTo(403);
				assertThat(foreign.getCookie(UnsentForms.COOKIE)).isNull();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "", "....", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void cannotBeMadeUp(String forged) throws Exception {
		Document form = open("/organizations/new", People.operator(), new Cookie(UnsentForms.COOKIE, forged));
		assertThat(form.select("#name").val()).isEmpty();
		assertThat(form.text()).doesNotContain("here again");
	}

	@Test
	void isForgottenAfterHalfAnHour(@Autowired MutableClock clock) throws Exception {
		Cookie kept = send(organization(), People.stranger()).getCookie(UnsentForms.COOKIE);
		clock.advance(Duration.ofMinutes(30));
		assertThat(open("/organizations/new", People.operator(), kept).select("#name").val()).isEmpty();
	}

	private String kept(MockHttpServletResponse late) {
		return this.seal.open(UnsentForms.COOKIE, late.getCookie(UnsentForms.COOKIE).getValue()).orElseThrow();
	}

	private static MockHttpServletRequestBuilder organization() {
		return post("/organizations").param("name", "Contoso").param("domain", "contoso.example");
	}

	private MockHttpServletResponse send(MockHttpServletRequestBuilder form, RequestPostProcessor person)
			throws Exception {
		return this.browser.perform(form.with(person)).andReturn().getResponse();
	}

	private Document open(String address, RequestPostProcessor person, Cookie kept) throws Exception {
		return Jsoup.parse(this.browser.perform(get(address).with(person).cookie(kept))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
