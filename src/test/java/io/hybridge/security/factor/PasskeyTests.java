package io.hybridge.security.factor;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.Cookie;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Role;
import io.hybridge.security.address.ConsoleAddress;
import io.hybridge.security.passkey.SoftKey;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.CookieBrowser;
import io.hybridge.support.FormErrors;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What a passkey opens, and what only looks like one does not. */
@ApplicationTest
class PasskeyTests {

	private static final String PAGE = "/settings/profile/factor";

	private static final String PASSKEYS = PAGE + "/passkeys";

	private static final String CODE = "/sign-in/code";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	@Autowired
	private WebApplicationContext context;

	private CookieBrowser browser;

	private SoftKey key;

	@BeforeEach
	void signIn(@Autowired MockMvc mvc, @Autowired ConsoleAddress address) throws Exception {
		this.browser = new CookieBrowser(mvc);
		this.jdbc.sql("delete from sign_in_throttle").update();
		AppOf.removeAll(this.context);
		People.account(this.context, Role.OPERATOR);
		this.key = new SoftKey(address.of(""));
		assertThat(password()).isEqualTo("/");
	}

	@AfterEach
	void nobodyHasOne() {
		AppOf.removeAll(this.context);
	}

	@Test
	void isAddedWithRecoveryCodesAndAskedForAfterThePassword() throws Exception {
		Cookie before = this.browser.cookies().get("SESSION");
		add("Key ring");
		assertThat(this.browser.cookies().get("SESSION").getValue()).isNotEqualTo(before.getValue());
		Document page = this.browser.open(PAGE);
		assertThat(page.select("tbody th").text()).isEqualTo("Key ring");
		assertThat(page.select("#codes").text()).hasSize(10 * 30 - 1);
		assertThat(this.jdbc.sql("select transports from passkey").query(String.class).single()).isEqualTo("usb");
		assertThat(records()).last().asString().contains("passkey-added");
		assertThat(password()).isEqualTo(CODE);
		assertThat(this.browser.send(get("/organizations"), 302).getRedirectedUrl()).isEqualTo("/sign-in");
		assertThat(this.browser.led(answer(CODE, this.key.use(asked(CODE))))).isEqualTo("/organizations");
		assertThat(records()).last().asString().contains("SIGN_IN DONE", "\"passkey\"");
		assertThat(this.browser.open(PAGE).select("tbody td:nth-child(3) time")).isNotEmpty();
	}

	@Test
	void anAnswerCountsOnceAndForTenMinutes() throws Exception {
		add("");
		password();
		String late = this.key.use(asked(CODE));
		this.clock.advance(Duration.ofMinutes(9));
		password();
		this.clock.advance(Duration.ofMinutes(1));
		refused(late);
		String used = this.key.use(asked(CODE));
		assertThat(this.browser.led(answer(CODE, used))).isEqualTo("/");
		password();
		refused(used);
	}

	@Test
	void anAnswerForAnotherPageOrPersonOrKeyIsNone() throws Exception {
		add("");
		password();
		refused(this.key.at("https://hybridge.evil.example").use(asked(CODE)));
		refused(this.key.use(asked(CODE).replace("localhost", "evil.example")));
		refused(new SoftKey("http://localhost:8080").use(asked(CODE)));
		String foreign = challenge(People.account(this.context, Role.AUDITOR));
		this.clock.advance(Duration.ofMinutes(1));
		refused(this.key.use(asked(CODE).replaceAll("\"challenge\":\"[^\"]+", "\"challenge\":\"" + foreign)));
		assertThat(records()).filteredOn((row) -> row.contains("SIGN_IN REFUSED") && row.contains("\"passkey\""))
			.hasSizeGreaterThan(3);
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.browser.led(answer(CODE, this.key.use(asked(CODE))))).isEqualTo("/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "null", "[]", "{\"id\":1}", "{\"response\":{\"clientDataJSON\":\"e30\"}}", "<b>",
			"{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"bnVsbA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"attestationObject\":\"oA\"}}" })
	void whatIsNoAnswerIsRefused(String rubbish) throws Exception {
		this.browser.page(answer(PASSKEYS, rubbish), 422);
		add("");
		password();
		refused(rubbish);
	}

	@Test
	void aCopyIsRefusedRecordedAndShown() throws Exception {
		add("Key ring");
		SoftKey copy = this.key.at("http://localhost:8080");
		password();
		assertThat(this.browser.led(answer(CODE, this.key.use(asked(CODE))))).isEqualTo("/");
		password();
		refused(copy.use(asked(CODE)));
		assertThat(records()).anyMatch((row) -> row.contains("SIGN_IN REFUSED") && row.contains("passkey-copied"));
		assertThat(this.browser.led(answer(CODE, this.key.use(asked(CODE))))).isEqualTo("/");
		assertThat(this.browser.open(PAGE).select("tbody th .evidence").text()).contains("may have been copied");
	}

	@Test
	void isAskedForOnceMoreBeforeADeed() throws Exception {
		add("");
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(this.browser.led(this.browser.form(PAGE, PASSKEYS).param("name", "Second")))
			.isEqualTo("/sign-in/again");
		Cookie before = this.browser.cookies().get("SESSION");
		assertThat(this.browser.led(answer("/sign-in/again", this.key.use(asked("/sign-in/again"))))).isEqualTo(PAGE);
		assertThat(this.browser.cookies().get("SESSION").getValue()).isNotEqualTo(before.getValue());
		assertThat(this.browser.open(PAGE).select("#name").val()).isEqualTo("Second");
	}

	@Test
	void isRemovedAndThePasswordAloneSignsIn() throws Exception {
		add("");
		String remove = this.browser.open(PAGE).select("form[action$=remove]").attr("action");
		this.browser.send(post(remove).with(csrf()), 302, People.auditor());
		assertThat(this.browser.open(PAGE).select("tbody tr")).as("of somebody else").hasSize(1);
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(this.browser.led(this.browser.form(PAGE, remove))).isEqualTo("/sign-in/again");
		this.browser.led(answer("/sign-in/again", this.key.use(asked("/sign-in/again"))));
		assertThat(this.browser.led(this.browser.form(PAGE, remove))).isEqualTo(PAGE);
		assertThat(this.browser.open(PAGE).text()).contains("The passkey is removed", "Add an authenticator app");
		assertThat(records()).last().asString().contains("passkey-removed");
		assertThat(this.jdbc.sql("select count(*) from recovery_code").query(Integer.class).single()).isZero();
		assertThat(password()).isEqualTo("/");
	}

	@Test
	void theAppGoesAndTheRecoveryCodesStayWhereThereIsAPasskey() throws Exception {
		add("");
		AppOf app = AppOf.scanned(this.browser.open(PAGE).select("dd code").text(), this.context);
		assertThat(this.browser.led(this.browser.form(PAGE, PAGE).param("code", app.shows()))).isEqualTo(PAGE);
		assertThat(this.browser.led(this.browser.form(PAGE, PAGE + "/remove").param("password", People.PASSWORD)))
			.isEqualTo(PAGE);
		assertThat(this.browser.open(PAGE).select("tbody tr")).hasSize(1);
		assertThat(this.jdbc.sql("select count(*) from recovery_code").query(Integer.class).single()).isEqualTo(10);
		assertThat(password()).isEqualTo(CODE);
	}

	@Test
	void isNotOfferedAtAnIpAddress() throws Exception {
		add("");
		Element page = this.browser.page(get(PAGE).with((request) -> {
			request.setServerName("127.0.0.1");
			return request;
		}), 200);
		assertThat(page.select("[data-passkey]")).isEmpty();
		assertThat(page.text()).contains("do not work at this address");
		assertThat(page.select("a[href^=http://localhost]")).isNotEmpty();
	}

	@Test
	void twentyAreEnoughAndOneIsNoneTwice() throws Exception {
		add("");
		FormErrors.check(this.browser.page(answer(PASSKEYS, this.key.make(asked(PAGE))), 422));
		assertThat(FormErrors.check(this.browser.page(answer(PASSKEYS, "x").param("name", "n".repeat(61)), 422)))
			.containsExactly("name");
		for (int more = 1; more < 20; more++) {
			assertThat(this.browser.led(answer(PASSKEYS, new SoftKey("http://localhost:8080").make(asked(PAGE)))))
				.isEqualTo(PAGE);
		}
		this.browser.page(answer(PASSKEYS, new SoftKey("http://localhost:8080").make(asked(PAGE))), 422);
	}

	private void add(String name) throws Exception {
		assertThat(this.browser.led(answer(PASSKEYS, this.key.make(asked(PAGE))).param("name", name))).isEqualTo(PAGE);
	}

	private void refused(String answer) throws Exception {
		this.jdbc.sql("delete from sign_in_throttle").update();
		Document page = this.browser.page(answer(CODE, answer), 422);
		assertThat(FormErrors.check(page)).isEmpty();
		assertThat(page.select("[autofocus]").text()).contains("This passkey was not accepted");
	}

	private MockHttpServletRequestBuilder answer(String address, String answer) {
		return post(address).param("passkey", answer).with(csrf());
	}

	private String asked(String page) throws Exception {
		return this.browser.open(page).select("[data-passkey]").attr("data-passkey");
	}

	private String challenge(Account account) throws Exception {
		return this.browser.open(PAGE, People.auditor())
			.select("[data-passkey]")
			.attr("data-passkey")
			.replaceAll(".*\"challenge\":\"([^\"]+)\".*", "$1");
	}

	private String password() throws Exception {
		this.browser.cookies().remove("SESSION");
		return this.browser.led(post("/sign-in").param("username", "operator@fabrikam.com")
			.param("password", People.PASSWORD)
			.with(csrf()));
	}

	private List<String> records() {
		return this.jdbc.sql("select kind || ' ' || outcome || ' ' || parameters from audit_entry order by id")
			.query(String.class)
			.list();
	}

}
