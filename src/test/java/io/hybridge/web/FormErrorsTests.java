package io.hybridge.web;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.FormErrors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Every form that is sent with something wrong in it comes back with a list of what is to
 * be put right, which has the focus and leads to the fields. Those of the set-up are in
 * its own tests.
 */
@ApplicationTest
class FormErrorsTests {

	@Autowired
	private MockMvc browser;

	@Autowired
	private JdbcClient jdbc;

	private OrganizationId organization;

	@BeforeEach
	void register() {
		this.organization = RegisteredOrganizations.addFabrikam(this.jdbc);
	}

	@AfterEach
	void giveTheDomainUp() {
		RegisteredOrganizations.add(this.jdbc, "Former", "fabrikam.com");
		this.jdbc.sql("update organization set domain = 'former-' || id || '.example' where domain = 'fabrikam.com'")
			.update();
	}

	@Test
	void theSignIn() throws Exception {
		Document page = page(
				this.browser.perform(get("/sign-in").param("refused", "").with(People.stranger())).andReturn());
		assertThat(FormErrors.check(page)).containsExactly("password");
		Document busy = page(
				this.browser.perform(get("/sign-in").param("busy", "").with(People.stranger())).andReturn());
		assertThat(FormErrors.check(busy)).isEmpty();
		Document plain = page(this.browser.perform(get("/sign-in").with(People.stranger())).andReturn());
		assertThat(plain.select("[autofocus]")).isEmpty();
		assertThat(plain.title()).doesNotStartWith("Error");
	}

	/** Before anything is typed there. */
	@Test
	void tellsWhoOpenedAnotherAddressThanTheConsolesOwn() throws Exception {
		Document page = page(this.browser.perform(get("http://127.0.0.1/sign-in").with(People.stranger())).andReturn());
		assertThat(page.select(".banner a").attr("href")).isEqualTo("http://localhost:8080/sign-in");
		assertThat(page(this.browser.perform(get("http://localhost/sign-in").with(People.stranger())).andReturn())
			.select(".banner")).isEmpty();
		assertThat(page(this.browser.perform(get("http://mail.example/sign-in").with(People.stranger())).andReturn())
			.select(".banner")).as("who cannot be led there").isEmpty();
	}

	@Test
	void theProfile() throws Exception {
		assertThat(
				sent(post("/settings/profile").param("language", "xx").param("zone", "Nowhere").param("theme", "PINK")))
			.containsExactly("language", "zone", "theme");
		assertThat(sent(post("/settings/profile/password").param("current", "x").param("password", "short")))
			.containsExactly("password");
	}

	@Test
	void theInvitationOfAUser() throws Exception {
		assertThat(sent(post("/settings/users/invitations").param("userName", "two words"))).containsExactly("userName",
				"role");
	}

	@Test
	void theInvitedPerson() throws Exception {
		String link = (String) this.browser
			.perform(post("/settings/users/invitations").param("userName", "form@fabrikam.com")
				.param("role", "AUDITOR")
				.with(People.administrator())
				.with(csrf()))
			.andReturn()
			.getFlashMap()
			.get("link");
		String path = link.substring(link.indexOf("/invitations/"));
		MockHttpServletRequestBuilder joining = post(path).param("name", " ")
			.param("password", "short")
			.param("language", "xx")
			.param("zone", "Nowhere");
		Document page = page(this.browser.perform(joining.with(People.stranger()).with(csrf())).andReturn());
		assertThat(FormErrors.check(page)).containsExactly("name", "password", "language", "zone");
		this.jdbc.sql("delete from invitation where user_name = 'form@fabrikam.com'").update();
	}

	/** A password is never shown again, so nobody else tells whether one was typed. */
	@Test
	void saysOfEachPasswordThatIsMissingThatItIsMissing() throws Exception {
		assertThat(told(post("/settings/profile/password").param("current", "").param("password", "")))
			.containsExactly("Enter your current password.", "Enter a password of at least 12 characters.");
		assertThat(page(this.browser
			.perform(post("/sign-in").param("username", "somebody")
				.param("password", "")
				.with(People.stranger())
				.with(csrf()))
			.andReturn()).select("p.error")).isEmpty();
		Document signIn = page(
				this.browser.perform(get("/sign-in").param("missing", "").with(People.stranger())).andReturn());
		assertThat(signIn.select("p.error").eachText()).containsExactly("Enter a user name or an e-mail address.");
	}

	private List<String> told(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		return page(this.browser.perform(request.with(People.administrator()).with(csrf())).andReturn())
			.select("p.error")
			.eachText();
	}

	@Test
	void theOrganization() throws Exception {
		assertThat(sent(post("/organizations").param("name", "").param("domain", "fabrikam"))).containsExactly("name",
				"domain");
		assertThat(sent(post("/organizations").param("name", "Shop").param("domain", "\u0440\u0430ypal.example")))
			.containsExactly("domain");
	}

	@Test
	void theSettingsOfAnOrganization() throws Exception {
		assertThat(sent(post("/organizations/" + this.organization.value() + "/settings").param("version", "0")
			.param("name", " ")
			.param("domain", "two words"))).containsExactly("name", "domain");
	}

	@Test
	void theFirstLook() throws Exception {
		String look = "/organizations/" + this.organization.value() + "/first-look";
		assertThat(sent(multipart(look))).containsExactly("answer");
	}

	@Test
	void thePlan() throws Exception {
		String step = "/organizations/" + this.organization.value() + "/enablement/oauth";
		assertThat(sent(post(step + "/apply").param("plan", "1"))).isEmpty();
	}

	@Test
	void theFilterOfTheRecord() throws Exception {
		assertThat(sent(get("/audit").param("from", "yesterday").param("until", "never"))).containsExactly("from",
				"until");
	}

	private List<String> sent(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		MvcResult english = this.browser.perform(request.with(People.administrator()).with(csrf())).andReturn();
		assertThat(english.getResponse().getStatus()).isIn(200, 422);
		return FormErrors.check(page(english));
	}

	private static Document page(MvcResult answer) throws Exception {
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

}
