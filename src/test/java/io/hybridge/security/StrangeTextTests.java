package io.hybridge.security;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Text that a database refuses is found nowhere, and breaks nothing. */
@ApplicationTest
class StrangeTextTests {

	private static final String NUL = "\u0000x";

	/** What is kept and shown instead, also where the database would keep the other. */
	private static final String SHOWN = "\uFFFDx";

	private final List<String> failed = new ArrayList<>();

	@Autowired
	private MockMvc browser;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void isNeverAnErrorOfTheConsole() {
		OrganizationId fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.jdbc.sql("insert into organization_lease (organization_id, token, run_id) values (?, 0, null)")
			.param(fabrikam.value())
			.update();
		String organization = "/organizations/" + fabrikam.value();
		for (String field : List.of("organization:", "actor:", "server:", "run:", "reason:", "address:", "-", "")) {
			send(get("/audit").param("q", field + NUL));
			send(post("/audit/export").param("q", field + NUL).param("format", "csv"));
		}
		for (String field : List.of("organization", "person", "kind", "outcome", "server", "from", "words")) {
			send(get("/audit").param(field, NUL));
		}
		for (String field : List.of("organization", "step", "kind", "result", "from", "until")) {
			send(get("/runs").param(field, NUL));
		}
		for (String page : List.of("/", "/organizations")) {
			send(get(page).param("q", NUL));
			send(get(page).param("after", NUL));
			send(get(page).param("state", NUL));
		}
		send(get("/expiries").param("after", NUL));
		send(get("/organizations/new").param("environment", NUL));
		send(post("/organizations").param("name", NUL).param("domain", "strange.example"));
		send(post("/organizations").param("name", "x" + NUL).param("domain", "strange2.example"));
		send(post("/organizations").param("name", "Strange").param("domain", NUL));
		send(post(organization + "/settings").param("version", "0").param("name", "x" + NUL));
		send(post(organization + "/first-look").param("answer", NUL));
		send(post(organization + "/enablement/oauth/check").param("certificate", NUL));
		send(post(organization + "/enablement/push-proxy/device-test").param("answer", "yes").param("note", "x" + NUL));
		send(post("/settings/users/invitations").param("userName", "x" + NUL).param("role", "AUDITOR"));
		send(get("/invitations/x").param("x", NUL));
		assertThat(this.failed).isEmpty();
		assertThat(this.jdbc.sql("select name from organization").query(String.class).list()).contains("x" + SHOWN)
			.noneMatch((name) -> name.contains("\0"));
	}

	@Test
	void isNeverAnErrorOfTheConsoleForAStranger() throws Exception {
		assertThat(
				this.browser.perform(post("/sign-in").param("username", "x" + NUL).param("password", NUL).with(csrf()))
					.andReturn()
					.getResponse()
					.getRedirectedUrl())
			.isEqualTo("/sign-in?refused");
	}

	@Test
	void isSaidBesideTheFieldWhereItIsSearchedFor() throws Exception {
		String page = this.browser.perform(get("/audit").param("q", "organization:" + NUL).with(People.administrator()))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("No organization has a name that begins like this.").doesNotContain("\0");
		assertThat(Jsoup.parse(page).select("#q").val()).isEqualTo("organization:" + SHOWN);
	}

	private void send(MockHttpServletRequestBuilder request) {
		try {
			int status = this.browser.perform(request.with(People.administrator()).with(csrf()))
				.andReturn()
				.getResponse()
				.getStatus();
			if (status >= 500) {
				this.failed.add(request.buildRequest(null).getRequestURI() + " " + status);
			}
		}
		catch (Exception ex) {
			this.failed.add(request.buildRequest(null).getRequestURI() + " " + ex.getMessage());
		}
	}

}
