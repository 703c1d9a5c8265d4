package io.hybridge.microsoft365.registration;

import java.time.OffsetDateTime;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.hybridge.microsoft365.Permission;
import io.hybridge.security.People;
import io.hybridge.security.account.Role;
import io.hybridge.security.session.SessionRows;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** The application with which a real organization signs in, as a person enters it. */
@ApplicationTest
@TestPropertySource(properties = { "hybridge.microsoft365.client-id=" + AppRegistrationPagesTests.DEFAULT,
		"hybridge.security.address=https://console.example" })
class AppRegistrationPagesTests {

	static final String DEFAULT = "00000000-aaaa-4f4e-9d2a-5c1b7e6f0a11";

	private static final String OWN = "11111111-52a8-4f4e-9d2a-5c1b7e6f0a11";

	private static final String SESSION = "session-of-the-operator";

	private static final String TENANT = "22222222-52a8-4f4e-9d2a-5c1b7e6f0a11";

	@Autowired
	private MockMvc browser;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private BeanFactory context;

	private static int registered;

	private long organization;

	@BeforeEach
	void register() throws Exception {
		MvcResult answer = send(post("/organizations").param("name", "Registered " + ++registered)
			.param("domain", "registered" + registered + ".example")
			.param("environment", "live"));
		this.organization = Long.parseLong(answer.getResponse().getRedirectedUrl().split("/")[2]);
	}

	/** Others share the database. */
	@AfterEach
	void leaveNothing() {
		this.jdbc.sql("delete from app_registration").update();
		this.jdbc.sql("delete from tenant_sign_in").update();
		this.jdbc.sql("delete from step_status where organization_id = ?").param(this.organization).update();
	}

	@Test
	void leadsThroughTheRegistrationWithExactlyWhatIsAskedFor() throws Exception {
		Document page = page();
		assertThat(page.select("main ol.steps dt").eachText())
			.containsExactly(List.of(Permission.values()).stream().map(Permission::getScope).toArray(String[]::new));
		assertThat(page.select("main ol.steps code").eachText())
			.containsExactly("https://console.example/sign-in/microsoft365");
		assertThat(page.select("main ol.steps button[data-copy]").eachAttr("data-copy"))
			.containsExactly("https://console.example/sign-in/microsoft365");
		assertThat(page.select("main").text()).contains("Mobile and desktop applications", "not been tried in a live")
			.contains("You are not signed in, so it is unknown")
			.doesNotContain("will refuse this address", "the port does not count");
	}

	@Test
	void fallsBackToTheDefaultAndSaysSo() throws Exception {
		assertThat(used()).contains("The default of this console is used", DEFAULT);
		assertThat(enter(" " + OWN.toUpperCase() + "\u00a0").getResponse().getStatus()).isEqualTo(302);
		assertThat(used()).contains("app registration of its own", OWN)
			.contains("From then on the default")
			.contains(DEFAULT);
		Object done = send(post(at("/remove"))).getFlashMap().get("done");
		assertThat(done).isEqualTo("microsoft365.app.removed");
		assertThat(used()).contains("The default of this console is used", DEFAULT).doesNotContain(OWN);
		send(post(at("/remove")));
		assertThat(records()).hasSize(2)
			.allSatisfy((record) -> assertThat(record).contains(OWN))
			.satisfiesExactly((first) -> assertThat(first).contains("entered"),
					(second) -> assertThat(second).contains("removed"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "fabrikam", "11111111-52a8-4f4e-9d2a-5c1b7e6f0a1", "{" + OWN + "}",
			"11111111-52a8-4f4e-9d2a-5c1b7e6f0a11 or 1=1", "11111111_52a8_4f4e_9d2a_5c1b7e6f0a11" })
	void takesOnlyAnId(String typed) throws Exception {
		MvcResult answer = enter(typed);
		assertThat(answer.getResponse().getStatus()).isEqualTo(422);
		assertThat(parsed(answer).select("#clientId").val()).isEqualTo(typed);
		assertThat(parsed(answer).select("form .error").text()).contains("Enter the ID as Microsoft Entra shows it");
		assertThat(records()).isEmpty();
	}

	@Test
	void endsTheSignInWithTheFormerApplicationOnly() throws Exception {
		enter(OWN);
		signIn("User.Read Domain.Read.All");
		assertThat(page().select("main .banner li").eachText()).containsExactly("Application.ReadWrite.All",
				"Directory.Read.All", "Organization.Read.All");
		assertThat(page().select("main .banner").text()).contains("Application Administrator");
		assertThat(page().select("main form").text() + page().select("main form p").text())
			.contains("signs out admin@registered.example");
		enter(OWN);
		assertThat(signedIn()).isTrue();
		assertThat(parsed(enter(TENANT)).select("form .error").text()).contains("This is the ID of the tenant");
		assertThat(signedIn()).isTrue();
		enter(OWN.replace('1', '3'));
		assertThat(signedIn()).isFalse();
		assertThat(records()).hasSize(2);
		signIn("");
		assertThat(page().select("main").text()).contains("All permissions were granted");
		send(post(at("/remove")));
		assertThat(signedIn()).isFalse();
	}

	@Test
	void isThereForRealOrganizationsInUseOnly() throws Exception {
		this.jdbc.sql("update organization set archived_at = current_timestamp where id = ?")
			.param(this.organization)
			.update();
		assertThat(page().select("main form, main details.confirm")).isEmpty();
		assertThat(enter(OWN).getResponse().getStatus()).isEqualTo(404);
		this.jdbc.sql("update organization set archived_at = null, environment = 'LAB' where id = ?")
			.param(this.organization)
			.update();
		assertThat(enter(OWN).getResponse().getStatus()).isEqualTo(404);
		assertThat(send(get(at(""))).getResponse().getStatus()).isEqualTo(404);
		assertThat(send(post(at("/remove"))).getResponse().getStatus()).isEqualTo(404);
	}

	@Test
	void isReachedFromTheOrganizationAndItsConnection() throws Exception {
		for (String from : List.of("", "/connection")) {
			MvcResult answer = send(get("/organizations/" + this.organization + from));
			assertThat(parsed(answer).select("main a[href=" + at("") + "]")).as(from).hasSize(1);
		}
	}

	@Test
	void speaksGermanAsWell() throws Exception {
		enter(OWN);
		Document page = parsed(send(get(at("")).header("Accept-Language", "de").param("lang", "de")));
		assertThat(page.text()).doesNotContain("??");
		assertThat(page.select("[style], [onclick]")).isEmpty();
	}

	private void signIn(String scopes) {
		SessionRows.begin(this.jdbc, SESSION);
		this.jdbc.sql("""
				insert into tenant_sign_in
				(organization_id, account_id, account_name, session_id, tenant_id, user_name, signed_in_at, kept_until,
				  scopes)
				values (?, ?, 'Test operator', (select primary_id from spring_session where session_id = ?), ?,
				  'admin@registered.example', ?, ?, ?)""")
			.param(this.organization)
			.param(People.person(this.context, Role.OPERATOR).accountId())
			.param(SESSION)
			.param(TENANT)
			.param(OffsetDateTime.parse("2026-11-24T13:05:12Z"))
			.param(OffsetDateTime.parse("2099-11-24T13:05:12Z"))
			.param(scopes)
			.update();
	}

	private boolean signedIn() {
		return this.jdbc.sql("select count(*) from tenant_sign_in where organization_id = ?")
			.param(this.organization)
			.query(Long.class)
			.single() == 1;
	}

	private List<String> records() {
		return this.jdbc.sql("""
				select canonical from audit_entry where kind = 'APP_REGISTRATION_CHANGED' and organization_id = ?
				order by id""").param(this.organization).query(String.class).list();
	}

	private String used() throws Exception {
		return page().select("main section:has(h2:contains(Application in use))").text();
	}

	private MvcResult enter(String clientId) throws Exception {
		return send(post(at("")).param("clientId", clientId));
	}

	private Document page() throws Exception {
		MvcResult answer = send(get(at("")));
		assertThat(answer.getResponse().getStatus()).isEqualTo(200);
		return parsed(answer);
	}

	private MvcResult send(MockHttpServletRequestBuilder request) throws Exception {
		return this.browser.perform(request.accept(MediaType.TEXT_HTML).with(People.operator()).with(csrf()))
			.andReturn();
	}

	private static Document parsed(MvcResult answer) throws Exception {
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

	private String at(String path) {
		return "/organizations/" + this.organization + "/app-registration" + path;
	}

}
