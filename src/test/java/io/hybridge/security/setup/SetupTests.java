package io.hybridge.security.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.hybridge.security.People;
import io.hybridge.security.secret.ConsoleFolder;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.FormErrors;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class SetupTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private SetupCode code;

	@Autowired
	private ConsoleFolder folder;

	@Autowired
	private JdbcClient jdbc;

	private String shown;

	@Autowired
	private FirstRun firstRun;

	@BeforeEach
	void startAnew() {
		empty();
		this.code.make();
		this.shown = new String(this.folder.file("setup-code").read()).strip();
	}

	/** The context is shared with other tests, whose people bring their own first run. */
	@AfterEach
	void empty() {
		List.of("invitation", "first_run", "account", "spring_session")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		ReflectionTestUtils.setField(this.firstRun, "done", false);
	}

	@Test
	void leadsEveryPageToTheSetUp() throws Exception {
		for (String page : List.of("/", "/organizations", "/sign-in", "/settings/users", "/nowhere")) {
			this.mvc.perform(get(page)).andExpect(redirectedUrl("/setup"));
		}
		this.mvc.perform(get("/setup")).andExpect(status().isOk()).andExpect(content().string(containsString("28 ")));
	}

	@Test
	void goesFromTheCodeToTheChoice() throws Exception {
		int before = recorded();
		Cookie session = enterCode(this.shown.toLowerCase().replace("-", " "));
		MvcResult created = this.mvc.perform(administrator("petra@fabrikam.com").cookie(session)).andReturn();
		assertThat(created.getResponse().getRedirectedUrl()).isEqualTo("/setup/language");
		Cookie signedIn = created.getResponse().getCookie("SESSION");
		assertThat(signedIn.getValue()).isNotEqualTo(session.getValue());
		this.mvc.perform(get("/setup/language").cookie(signedIn)).andExpect(status().isOk());
		this.mvc
			.perform(post("/setup/language").param("language", "de")
				.param("zone", "Europe/Berlin")
				.cookie(signedIn)
				.with(csrf()))
			.andExpect(redirectedUrl("/setup/choice"));
		this.mvc.perform(get("/setup/choice").cookie(signedIn))
			.andExpect(content().string(containsString("Eine echte Organisation verbinden")))
			.andExpect(content().string(not(containsString("Labor"))));
		assertThat(page(get("/setup/choice").cookie(signedIn))).as("as in the form for a new organization")
			.isEqualTo(page(get("/organizations/new?environment=live").cookie(signedIn)));
		this.mvc.perform(get("/setup")).andExpect(status().isNotFound());
		this.mvc.perform(get("/setup/language")).andExpect(status().isNotFound());
		assertThat(this.folder.file("setup-code").exists()).isFalse();
		assertThat(recorded()).isEqualTo(before + 1);
	}

	private String page(MockHttpServletRequestBuilder request) throws Exception {
		return Jsoup.parse(this.mvc.perform(request).andReturn().getResponse().getContentAsString())
			.select("main section ul:not(.filters) li")
			.eachText()
			.toString();
	}

	@Test
	void keepsTheAdministratorPageShutWithoutTheCode() throws Exception {
		this.mvc.perform(get("/setup/administrator")).andExpect(redirectedUrl("/setup"));
		this.mvc.perform(administrator("eve@example.com")).andExpect(redirectedUrl("/setup"));
		assertThat(accounts()).isZero();
	}

	@Test
	void asksForACodeThatWasNotTyped() throws Exception {
		this.mvc.perform(post("/setup").param("code", " ").with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Enter the setup code.")));
	}

	@Test
	void saysThatACodeIsWrong() throws Exception {
		this.mvc.perform(post("/setup").param("code", "AAAA-AAAA").with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("That code is not right")));
	}

	@Test
	void looksAtNoMoreWrongCodesOfANetworkThanAPersonTypesAndAtTheRightOneAlways() throws Exception {
		for (int i = 0; i < 30; i++) {
			this.mvc.perform(post("/setup").param("code", "AAAA-" + i).with(csrf()))
				.andExpect(status().isUnprocessableContent());
		}
		this.mvc.perform(post("/setup").param("code", "AAAA-AAAA").with(csrf()))
			.andExpect(status().isTooManyRequests());
		this.mvc.perform(post("/setup").param("code", "A".repeat(50_000)).with(csrf()))
			.andExpect(status().isTooManyRequests());
		this.mvc.perform(post("/setup").param("code", this.shown).with(csrf()))
			.andExpect(redirectedUrl("/setup/administrator"));
	}

	@Test
	void leadsFromEveryFormToItsFields() throws Exception {
		assertThat(FormErrors.check(refused(post("/setup").param("code", "AAAA")))).containsExactly("code");
		Cookie session = enterCode(this.shown);
		assertThat(FormErrors.check(refused(post("/setup/administrator").param("name", " ")
			.param("userName", "two words")
			.param("password", "short")
			.cookie(session)))).containsExactly("name", "userName", "password");
		Cookie signedIn = this.mvc.perform(administrator("petra@fabrikam.com").cookie(session))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		assertThat(FormErrors
			.check(refused(post("/setup/language").param("language", "xx").param("zone", "Nowhere").cookie(signedIn))))
			.containsExactly("language", "zone");
	}

	private Document refused(MockHttpServletRequestBuilder form) throws Exception {
		return Jsoup.parse(this.mvc.perform(form.with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	@Test
	void endsTheCodeAfterADay(@Autowired MutableClock clock) throws Exception {
		clock.advance(Duration.ofHours(24).minusSeconds(1));
		Cookie session = enterCode(this.shown);
		this.mvc.perform(get("/setup/administrator").cookie(session)).andExpect(status().isOk());
		clock.advance(Duration.ofSeconds(1));
		this.mvc.perform(post("/setup").param("code", this.shown).with(csrf()))
			.andExpect(status().isUnprocessableContent());
		this.mvc.perform(administrator("late@fabrikam.com").cookie(session)).andExpect(redirectedUrl("/setup"));
		assertThat(accounts()).isZero();
	}

	@Test
	void keepsWhatWasTypedButThePassword() throws Exception {
		Cookie session = enterCode(this.shown);
		this.mvc
			.perform(post("/setup/administrator").param("name", "Petra <b>Kern</b>")
				.param("userName", "petra kern")
				.param("password", "short-canary")
				.cookie(session)
				.with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Petra &lt;b&gt;Kern&lt;/b&gt;")))
			.andExpect((result) -> assertThat(result.getResponse().getContentAsString()).contains("petra kern")
				.doesNotContain("short-canary"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "admin%d@fabrikam.com", "petra@fabrikam.com" })
	void makesExactlyOneAdministratorOfFiftyAtOnce(String userName) throws Exception {
		List<Cookie> sessions = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			sessions.add(enterCode(this.shown));
		}
		List<Integer> answers = new ArrayList<>();
		try (ExecutorService pool = Executors.newFixedThreadPool(50)) {
			List<Callable<Integer>> attempts = new ArrayList<>();
			for (int i = 0; i < 50; i++) {
				int number = i;
				attempts
					.add(() -> this.mvc.perform(administrator(userName.formatted(number)).cookie(sessions.get(number)))
						.andReturn()
						.getResponse()
						.getStatus());
			}
			for (Future<Integer> answer : pool.invokeAll(attempts)) {
				answers.add(answer.get());
			}
		}
		assertThat(accounts()).isOne();
		assertThat(answers).isSubsetOf(302, 404, 503);
		assertThat(answers.stream().filter((status) -> status == 302).count()).isGreaterThanOrEqualTo(1);
	}

	private MockHttpServletRequestBuilder administrator(String userName) {
		return post("/setup/administrator").param("name", "Petra Kern")
			.param("userName", userName)
			.param("password", People.PASSWORD)
			.with(csrf());
	}

	private Cookie enterCode(String typed) throws Exception {
		MvcResult result = this.mvc.perform(post("/setup").param("code", typed).with(csrf()))
			.andExpect(redirectedUrl("/setup/administrator"))
			.andReturn();
		return result.getResponse().getCookie("SESSION");
	}

	/** Records stay, whatever else a test takes away. */
	private int recorded() {
		return this.jdbc.sql("select count(*) from audit_entry where kind = 'SET_UP'").query(Integer.class).single();
	}

	private int accounts() {
		return this.jdbc.sql("select count(*) from account").query(Integer.class).single();
	}

}
