package io.hybridge.security;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.hybridge.organization.LimitedAccounts;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.security.account.Accounts;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** How an administrator limits accounts and invitations, and keeps groups. */
@ApplicationTest
@TestPropertySource(properties = "hybridge.lab.enabled=true")
class ReachPagesTests {

	@Autowired
	private MockMvc browser;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Accounts accounts;

	private long adatum;

	private long contoso;

	private long account;

	@BeforeEach
	void people() {
		this.adatum = RegisteredOrganizations.add(this.jdbc, "Adatum", "adatum.example").value();
		this.contoso = RegisteredOrganizations.add(this.jdbc, "Contoso", "contoso.example").value();
		this.account = LimitedAccounts.add(this.jdbc, "petra");
	}

	@AfterEach
	void leave() {
		this.jdbc.sql("delete from invitation where user_name like '%@limited.example'").update();
		this.jdbc.sql("delete from account where user_name like '%@limited.example'").update();
		this.jdbc.sql("delete from organization_group").update();
		this.jdbc.sql("update organization set archived_at = registered_at where id in (?, ?)")
			.params(this.adatum, this.contoso)
			.update();
	}

	@Test
	void limitsAnAccountToOrganizationsAndGroups() throws Exception {
		assertThat(status(send("/settings/users/groups", "name", "Kunde Süd", "only", "contoso.example\n")))
			.isEqualTo(302);
		String reach = "/settings/users/" + this.account + "/reach";
		Document refused = page(send(reach, "reach", "only", "only", "kunde süd\nnowhere.example"));
		assertThat(refused.select("#only-error").text()).contains("nowhere.example");
		assertThat(refused.select("#only").text()).isEqualTo("kunde süd\nnowhere.example");
		assertThat(page(send(reach, "reach", "only", "only", " ")).select("#only-error").text())
			.isEqualTo("Enter at least one organization or group.");
		assertThat(page(send(reach, "reach", "every")).select("#reach-error").text()).isNotEmpty();

		assertThat(status(send(reach, "reach", "only", "only", "kunde süd\nADATUM.example"))).isEqualTo(302);
		assertThat(
				page(this.browser.perform(get(reach).with(People.administrator())).andReturn()).select("#only").text())
			.isEqualTo("Kunde Süd\nadatum.example");
		assertThat(seen()).containsExactlyInAnyOrder(this.adatum, this.contoso);
		assertThat(last()).contains("\"what\":\"limited\"", "adatum.example", "Kunde Süd");

		send("/settings/users/groups/" + group(), "name", "Kunde Süd", "only", "");
		assertThat(seen()).as("what belongs to a group counts at once").containsExactly(this.adatum);
		assertThat(status(send(reach, "reach", "all"))).isEqualTo(302);
		assertThat(seen()).contains(this.adatum, this.contoso).hasSizeGreaterThan(2);
		assertThat(last()).contains("\"what\":\"unlimited\"");
		assertThat(this.accounts.require(this.account).person().limited()).isFalse();
	}

	@Test
	void limitsNoAdministrator() throws Exception {
		send("/settings/users/" + this.account + "/role", "newRole", "ADMINISTRATOR");
		assertThat(this.accounts.require(this.account).reach()).isNull();
		assertThat(
				status(send("/settings/users/" + this.account + "/reach", "reach", "only", "only", "adatum.example")))
			.isEqualTo(404);
		Document refused = page(send("/settings/users/invitations", "userName", "lisa@limited.example", "role",
				"ADMINISTRATOR", "reach", "only", "only", "adatum.example"));
		assertThat(refused.select("#reach-error").text()).startsWith("Administrators see all organizations");
		assertThat(refused.select("#only").text()).isEqualTo("adatum.example");
	}

	@Test
	void invitesToSomeOrganizations() throws Exception {
		MvcResult invited = send("/settings/users/invitations", "userName", "lisa@limited.example", "role", "OPERATOR",
				"reach", "only", "only", "adatum.example");
		String link = (String) invited.getFlashMap().get("link");
		assertThat(last()).contains("\"reach\":\"adatum.example\"");
		assertThat(page(this.browser.perform(get("/settings/users").with(People.administrator())).andReturn()).text())
			.contains("Only chosen organizations");
		this.browser
			.perform(post(link.substring(link.indexOf("/invitations/"))).param("name", "Lisa Lang")
				.param("password", People.PASSWORD)
				.param("repeated", People.PASSWORD)
				.param("language", "en")
				.param("zone", "UTC")
				.with(csrf()))
			.andReturn();
		this.account = this.accounts.findByUserName("lisa@limited.example").orElseThrow().id();
		assertThat(seen()).containsExactly(this.adatum);
	}

	@Test
	void keepsGroups() throws Exception {
		send("/settings/users/groups", "name", "Kunde Süd", "only", "contoso.example");
		assertThat(last()).contains("\"what\":\"made\"", "contoso.example");
		assertThat(page(send("/settings/users/groups", "name", "kunde SÜD", "only", "")).select("#name-error").text())
			.isEqualTo("There is a group of this name already.");
		for (String name : List.of("", "contoso.example", "x".repeat(101), "a‮b")) {
			assertThat(page(send("/settings/users/groups", "name", name, "only", "")).select("#name-error")).as(name)
				.isNotEmpty();
		}
		String address = "/settings/users/groups/" + group();
		assertThat(page(send(address, "name", "Kunde", "only", "gone.example")).select("#only-error").text())
			.contains("gone.example");
		send(address, "name", "Kunde", "only", "adatum.example");
		assertThat(last()).contains("\"what\":\"changed\"", "adatum.example", "Kunde Süd");
		send(address + "/remove");
		assertThat(last()).contains("\"what\":\"removed\"");
		assertThat(status(this.browser.perform(get(address).with(People.administrator())).andReturn())).isEqualTo(404);
	}

	private List<Long> seen() {
		return this.jdbc.sql("select distinct organization_id from visible_organization where account_id = ?")
			.param(this.account)
			.query(Long.class)
			.list();
	}

	private long group() {
		return this.jdbc.sql("select max(id) from organization_group").query(Long.class).single();
	}

	private String last() {
		return this.jdbc.sql("select parameters from audit_entry order by id desc limit 1")
			.query(String.class)
			.single();
	}

	private MvcResult send(String address, String... fields) throws Exception {
		MockHttpServletRequestBuilder form = post(address).with(People.administrator()).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			form = form.param(fields[i], fields[i + 1]);
		}
		return this.browser.perform(form).andReturn();
	}

	private static int status(MvcResult answer) {
		return answer.getResponse().getStatus();
	}

	private static Document page(MvcResult answer) throws Exception {
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

}
