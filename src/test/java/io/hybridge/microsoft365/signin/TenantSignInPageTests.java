package io.hybridge.microsoft365.signin;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.Permissions;
import io.hybridge.microsoft365.signin.SignIns.Attempt;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.address.ConsoleAddress;
import io.hybridge.web.PageScope;
import io.hybridge.web.RailStep;
import io.hybridge.web.sight.Sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebMvcTest(TenantSignInController.class)
@AutoConfigureMockMvc(addFilters = false)
class TenantSignInPageTests {

	private static final Instant AT = Instant.parse("2026-11-24T13:05:12Z");

	@Autowired
	private MockMvc mvc;

	@MockitoBean
	private Organizations organizations;

	@MockitoBean
	private SignIns signIns;

	@MockitoBean
	private ConsoleAddress address;

	@MockitoBean
	private RailStep.Source rail;

	@BeforeEach
	void register() {
		SignedIn petra = mock(SignedIn.class);
		when(petra.role()).thenReturn(Role.OPERATOR);
		when(petra.sight()).thenReturn(Sight.ALL);
		when(petra.actor()).thenReturn(AuditActor.person(7, "Petra Kern", null));
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(petra, null));
		when(this.address.isOf("localhost")).thenReturn(true);
		when(this.address.of(any())).thenAnswer((asked) -> "http://localhost:8080" + asked.getArgument(0));
		Organization fabrikam = mock(Organization.class);
		when(fabrikam.id()).thenReturn(new OrganizationId(3));
		when(fabrikam.name()).thenReturn("Fabrikam");
		when(fabrikam.environment()).thenReturn(Environment.LAB);
		when(fabrikam.scope()).thenReturn(new PageScope("Fabrikam", "LAB", false));
		when(this.organizations.require(any())).thenReturn(fabrikam);
		when(this.rail.railOf(3, "tenant")).thenReturn(List
			.of(new RailStep("Tenant", "/organizations/3/enablement/tenant", false, "attention", true, List.of())));
	}

	@AfterEach
	void leave() {
		SecurityContextHolder.clearContext();
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "de" })
	void showsEveryStageInBothLanguages(String language) throws Exception {
		for (Attempt attempt : new Attempt[] { null, waiting(),
				new Attempt.SignedInAs("a@fabrikam.com", "the-object", "t", "home-tenant", AT, AT, false,
						List.of("Domain.Read.All")),
				new Attempt.Failed("microsoft365.consent", "AADSTS65001 <b>word for word</b>") }) {
			when(this.signIns.current(any(), any())).thenReturn(Optional.ofNullable(attempt));
			Document page = page("/organizations/3/sign-in", language);
			assertThat(page.select("#tenant-sign-in h2").text()).isNotBlank();
			assertThat(page.text()).doesNotContain("??");
			assertThat(page.select(".crumbs a").eachAttr("href")).containsExactly("/organizations", "/organizations/3",
					"/organizations/3/enablement/tenant");
			assertThat(page.select("nav .rail .is-current a[aria-current=step]").text()).isEqualTo("Tenant");
			assertThat(page.select("#tenant-sign-in b, [style], [onclick]")).isEmpty();
			assertThat(page.select("[hx-trigger^=every]").isEmpty()).isEqualTo(!(attempt instanceof Attempt.Waiting));
		}
	}

	@Test
	void showsTheCodeWithItsLinkAndAWayWithoutScript() throws Exception {
		when(this.signIns.current(any(), any())).thenReturn(Optional.of(waiting()));
		Document page = page("/organizations/3/sign-in", "en");
		assertThat(page.select("#tenant-sign-in strong").text()).isEqualTo("CODE1");
		assertThat(page.select("a[href=https://microsoft.com/devicelogin]").attr("rel")).contains("noopener");
		assertThat(page.select("#tenant-sign-in a[href=/organizations/3/sign-in?entered=yes]")).hasSize(1);
	}

	@Test
	void answersNothingWhileTheCodeWaitsAndEndsThePollingAfterwards() throws Exception {
		when(this.signIns.current(any(), any())).thenReturn(Optional.of(waiting()));
		String poll = page("/organizations/3/sign-in", "en").select("[hx-get]").attr("hx-get");
		this.mvc.perform(get(poll)).andExpect(status().isNoContent());
		when(this.signIns.current(any(), any())).thenReturn(Optional.of(new Attempt.SignedInAs("a@fabrikam.com",
				"the-object", "t", "home-tenant", AT, AT, false, List.of("Domain.Read.All"))));
		Document state = page(poll, "en");
		assertThat(state.text()).contains("a@fabrikam.com");
		this.mvc.perform(get(poll)).andExpect(header().string("HX-Redirect", "/organizations/3/enablement/tenant"));
		assertThat(state.select("[hx-get], main")).isEmpty();
		assertThat(state.select("a[href=/organizations/3/enablement/tenant]")).hasSize(1);
	}

	@Test
	void saysThatNothingHasComeOfTheCodeYetAndLeadsOnOnceItHas() throws Exception {
		when(this.signIns.current(any(), any())).thenReturn(Optional.of(waiting()));
		assertThat(page("/organizations/3/sign-in", "en").select("main [role=status]")).isEmpty();
		assertThat(page("/organizations/3/sign-in?entered=yes", "en").select("main [role=status]").text())
			.startsWith("Microsoft has not told the console yet");
		when(this.signIns.current(any(), any())).thenReturn(Optional.of(new Attempt.SignedInAs("a@fabrikam.com",
				"the-object", "t", "home-tenant", AT, AT, false, List.of("Domain.Read.All"))));
		this.mvc.perform(get("/organizations/3/sign-in?entered=yes"))
			.andExpect(redirectedUrl("/organizations/3/enablement/tenant"));
	}

	@Test
	void saysWhoIsSignedInForTheirOwnDeeds() throws Exception {
		when(this.signIns.others(any(), any())).thenReturn(List.of("Petra <b>", "Otto"));
		assertThat(page("/organizations/3/sign-in", "en").select("#tenant-sign-in").text())
			.contains("for this organization: nobody (Petra <b>, Otto is, for their own deeds)");
		when(this.signIns.current(any(), any())).thenReturn(Optional
			.of(new Attempt.SignedInAs("a@fabrikam.com", "the-object", "t", "home-tenant", AT, AT, false, List.of())));
		assertThat(page("/organizations/3/sign-in", "en").select("#tenant-sign-in").text())
			.contains("for this organization: you (Petra <b>, Otto too, for their own deeds)");
	}

	@Test
	void setsTheCodeApartWithAButtonThatCopiesIt() throws Exception {
		when(this.signIns.current(any(), any())).thenReturn(Optional.of(waiting()));
		assertThat(page("/organizations/3/sign-in", "en").select(".remote strong.state + button[data-copy=CODE1]"))
			.hasSize(1);
	}

	@Test
	void startsAndEndsNothingThatThePageDoesNotOffer() throws Exception {
		when(this.signIns.current(any(), any())).thenReturn(Optional.of(new Attempt.SignedInAs("a@fabrikam.com",
				"the-object", "t", "home-tenant", AT, AT, false, List.of("Domain.Read.All"))));
		post("/organizations/3/sign-in");
		verify(this.signIns, never()).start(any(), any(), any());
		when(this.signIns.current(any(), any())).thenReturn(Optional.empty());
		post("/organizations/3/sign-in/end");
		verify(this.signIns, never()).signOut(any(), any());
		post("/organizations/3/sign-in");
		verify(this.signIns).start(any(), any(), any());
	}

	@Test
	void sendsTheBrowserToMicrosoftFromAPageThatSaysSo() throws Exception {
		String microsoft = "https://login.microsoftonline.com/t/oauth2/v2.0/authorize?state=3.x&nonce=y";
		when(this.signIns.current(any(), any())).thenReturn(Optional.empty());
		when(this.signIns.leave(any(), any(), any())).thenReturn(Optional.of(URI.create(microsoft)));
		MockHttpServletResponse answer = send("/organizations/3/sign-in/browser", "localhost");
		assertThat(answer.getHeader("Refresh")).isEqualTo("0;url=" + microsoft);
		assertThat(Jsoup.parse(answer.getContentAsString()).select("main a.primary").attr("href")).isEqualTo(microsoft);
		ArgumentCaptor<SignIns.Visit> visit = ArgumentCaptor.forClass(SignIns.Visit.class);
		verify(this.signIns).leave(any(), any(), visit.capture());
		assertThat(visit.getValue().redirect()).isEqualTo("http://localhost:8080/sign-in/microsoft365");
	}

	@Test
	void leavesNowhereFromAnAddressToWhichMicrosoftDoesNotLeadBack() throws Exception {
		when(this.signIns.current(any(), any())).thenReturn(Optional.empty());
		MockHttpServletResponse answer = send("/organizations/3/sign-in/browser", "127.0.0.1");
		assertThat(answer.getHeader("Refresh")).isNull();
		assertThat(Jsoup.parse(answer.getContentAsString()).select("main a.primary").attr("href"))
			.isEqualTo("http://localhost:8080/organizations/3/sign-in");
		verify(this.signIns, never()).leave(any(), any(), any());
	}

	@Test
	void namesThePermissionsThatWereNotGranted() throws Exception {
		when(this.signIns.current(any(), any())).thenReturn(Optional.of(new Attempt.SignedInAs("a@fabrikam.com",
				"the-object", "t", "home-tenant", AT, AT, false, List.of("Domain.Read.All"))));
		assertThat(page("/organizations/3/sign-in", "en").select("#tenant-sign-in .banner").text()).contains(
				"Domain.Read.All", "Global Administrator", "Privileged Role Administrator",
				"Cloud Application Administrator");
	}

	/** The lab brings its own application. */
	@ParameterizedTest
	@CsvSource({ "LIVE, client-unknown, 1", "LIVE, client-not-public, 1", "LIVE, client-disabled, 1",
			"LIVE, consent, 1", "LIVE, no-client-id, 1", "LIVE, account-locked, 0", "LAB, client-unknown, 0" })
	void leadsToTheAppRegistrationWhereTheReasonLiesThere(String environment, String code, int links) throws Exception {
		Organization organization = this.organizations.require(new OrganizationId(3));
		when(organization.scope()).thenReturn(new PageScope("Fabrikam", environment, false));
		when(this.signIns.current(any(), any()))
			.thenReturn(Optional.of(new Attempt.Failed("microsoft365." + code, "")));
		assertThat(page("/organizations/3/sign-in", "en").select("a[href=/organizations/3/app-registration]"))
			.hasSize(links);
	}

	@Test
	void saysThatAnAnswerBelongsToNoSignIn() throws Exception {
		when(this.signIns.current(any(), any())).thenReturn(Optional.empty());
		assertThat(page("/organizations/3/sign-in?returned=unexpected", "en").select("main [role=alert]").text())
			.startsWith("What came back from Microsoft belongs to no sign-in");
	}

	private MockHttpServletResponse send(String address, String host) throws Exception {
		SignedIn person = mock(SignedIn.class);
		when(person.sight()).thenReturn(Sight.ALL);
		when(person.role()).thenReturn(Role.OPERATOR);
		when(person.actor()).thenReturn(AuditActor.person(7, "Petra Kern", null));
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, null));
		try {
			return this.mvc.perform(MockMvcRequestBuilders.post(address).with((request) -> {
				request.setServerName(host);
				return request;
			})).andExpect(status().isOk()).andReturn().getResponse();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	private void post(String address) throws Exception {
		SignedIn person = mock(SignedIn.class);
		when(person.sight()).thenReturn(Sight.ALL);
		when(person.role()).thenReturn(Role.OPERATOR);
		when(person.actor()).thenReturn(AuditActor.person(7, "Petra Kern", null));
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, null));
		try {
			this.mvc.perform(MockMvcRequestBuilders.post(address)).andExpect(status().is3xxRedirection());
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	private Document page(String address, String language) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(address).locale(Locale.forLanguageTag(language)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private static Attempt waiting() {
		return new Attempt.Waiting("CODE1", "https://microsoft.com/devicelogin", AT.plusSeconds(900));
	}

	/** The frame of the pages. */
	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan("io.hybridge.web")
	@Import(Permissions.class)
	static class Frame {

	}

}
