package io.hybridge.organization;

import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.support.MutableClock;
import io.hybridge.support.TestClock;
import io.hybridge.web.FieldBinding;
import io.hybridge.web.LayoutModel;
import io.hybridge.web.StatusWords;
import io.hybridge.web.text.Times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebMvcTest(OrganizationController.class)
@Import({ FieldBinding.class, LayoutModel.class, StatusWords.class, Times.class, TestClock.class })
class OrganizationFormTests {

	@Autowired
	MockMvc mvc;

	@MockitoBean
	Organizations organizations;

	@MockitoBean
	Registration registration;

	@Test
	void isFilledInForTheLab() throws Exception {
		Document page = parsed(this.mvc.perform(get("/organizations/new").with(as(Role.OPERATOR))));
		assertThat(page.select("#name").val()).isEqualTo("Fabrikam");
		assertThat(page.select("#domain").val()).isEqualTo("fabrikam.com");
	}

	@Test
	void isEmptyForARealOrganizationAndSaysWhatIsStillMissing() throws Exception {
		Document page = parsed(
				this.mvc.perform(get("/organizations/new").param("environment", "live").with(as(Role.OPERATOR))));
		assertThat(page.select("#name, #domain").eachAttr("value")).containsOnly("");
		assertThat(page.select("input[name=environment]").val()).isEqualTo("live");
		assertThat(page.select("main .list").text()).contains("real Exchange server", "CVE-2025-53786");
	}

	@ParameterizedTest
	@CsvSource({ "fabrikam,This is a single word.", "fabrikam.com/x,There is something after the domain.",
			"user@fabrikam.com,This is a mail address.", "localhost,“localhost” is this computer" })
	void answersBesideTheFieldAndKeepsWhatWasTyped(String domain, String answer) throws Exception {
		Document page = parsed(register("Contoso", domain, Role.ADMINISTRATOR));
		assertThat(page.select("#domain-error").text()).startsWith(answer);
		assertThat(page.select("#domain").val()).isEqualTo(domain);
		assertThat(page.select("#name").val()).isEqualTo("Contoso");
		verifyNoInteractions(this.registration);
	}

	@ParameterizedTest
	@CsvSource({ "'',Enter a name", "A\u202Eb,This name contains an invisible character",
			"A\u2066b,This name contains an invisible character" })
	void answersBesideTheNameAndKeepsWhatWasTyped(String name, String answer) throws Exception {
		Document page = parsed(register(name, "fabrikam.com", Role.OPERATOR));
		assertThat(page.select("#name-error").text()).startsWith(answer);
		assertThat(page.select("#name").val()).isEqualTo(name);
		assertThat(page.select("#domain").val()).isEqualTo("fabrikam.com");
		verifyNoInteractions(this.registration);
	}

	@Test
	void refusesANameThatIsTooLong() throws Exception {
		assertThat(parsed(register("n".repeat(101), "fabrikam.com", Role.OPERATOR)).select("#name-error").text())
			.startsWith("This name is too long.");
		assertThat(parsed(this.mvc.perform(post("/organizations").param("name", "n".repeat(101))
			.param("domain", "fabrikam.com")
			.locale(Locale.GERMAN)
			.with(as(Role.OPERATOR))
			.with(csrf()))).select("#name-error").text()).startsWith("Dieser Name ist zu lang.");
	}

	@Test
	void refusesMoreThanADomainCanHold() throws Exception {
		String domain = ("a".repeat(49) + ".").repeat(5) + "comm";
		assertThat(domain).hasSize(254);
		assertThat(parsed(register("Contoso", domain, Role.ADMINISTRATOR)).select("#domain-error").text())
			.startsWith("This is too long.");
	}

	@Test
	void keepsTheCanonicalFormAndWhatWasTyped() throws Exception {
		given(this.registration.register(anyString(), any(), anyString(), any(), any()))
			.willReturn(new OrganizationId(5));
		register(" Bücher ", "bücher.example", Role.OPERATOR).andExpect(redirectedUrl("/organizations/5"));
		verify(this.registration).register(eq("Bücher"), eq(new DomainName("xn--bcher-kva.example")),
				eq("bücher.example"), eq(Environment.LAB), any());
	}

	@ParameterizedTest
	@ValueSource(
			strings = { " fabrikam.com", "fabrikam.com\u00A0", "\u200Bfabrikam.com\r\n", "\u202Afabrikam.com\u202C" })
	void leavesOutWhatWasPastedAroundADomain(String pasted) throws Exception {
		given(this.registration.register(anyString(), any(), anyString(), any(), any()))
			.willReturn(new OrganizationId(5));
		register("\u200B Contoso ", pasted, Role.OPERATOR).andExpect(redirectedUrl("/organizations/5"));
		verify(this.registration).register(eq("Contoso"), eq(new DomainName("fabrikam.com")), eq("fabrikam.com"),
				eq(Environment.LAB), any());
	}

	@Test
	void answersTheSameToANameThatIsOnlyBlank() throws Exception {
		assertThat(parsed(register(" \u200B ", "fabrikam.com", Role.OPERATOR)).select("#name-error").text())
			.startsWith("Enter a name");
	}

	@Test
	void asksOnceMoreWhereScriptsAreMixed() throws Exception {
		Document page = parsed(register("Shop", "р\u0430ypal.example", Role.OPERATOR));
		assertThat(page.select("#domain-error").text()).contains("mixes letters", "xn--");
		assertThat(page.select("input[type=checkbox]").attr("name")).isEqualTo("lettersCompared");
		verifyNoInteractions(this.registration);
	}

	@Test
	void saysWhereTheDomainIsHereAlready() throws Exception {
		Organization fabrikam = new Organization("Fabrikam", new DomainName("fabrikam.com"), "fabrikam.com",
				Environment.LAB, MutableClock.START);
		ReflectionTestUtils.setField(fabrikam, "id", 5L);
		given(this.registration.register(anyString(), eq(new DomainName("fabrikam.com")), anyString(), any(), any()))
			.willThrow(new DomainTaken(fabrikam));
		Document page = parsed(register("Again", "FABRIKAM.com", Role.OPERATOR));
		assertThat(page.select("#domain-error").text()).startsWith("Fabrikam is already here");
		assertThat(page.select("a[href=/organizations/5]").text()).isEqualTo("Open Fabrikam");
		assertThat(page.select("#name").val()).isEqualTo("Again");
		assertThat(page.select("#domain").val()).isEqualTo("FABRIKAM.com");
	}

	@Test
	void isClosedToAuditors() throws Exception {
		register("Fabrikam", "fabrikam.com", Role.AUDITOR).andExpect(status().isForbidden());
		verifyNoInteractions(this.registration);
	}

	private ResultActions register(String name, String domain, Role role) throws Exception {
		return this.mvc
			.perform(post("/organizations").param("name", name).param("domain", domain).with(as(role)).with(csrf()));
	}

	private static Document parsed(ResultActions answer) throws Exception {
		return Jsoup.parse(answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor as(Role role) {
		TestingAuthenticationToken token = new TestingAuthenticationToken(new Somebody(role), null, "ROLE_" + role);
		return authentication(token);
	}

	record Somebody(Role role) implements SignedIn {

		@Override
		public long accountId() {
			return 7;
		}

		@Override
		public boolean limited() {
			return false;
		}

		@Override
		public String displayName() {
			return "Petra Kern";
		}

	}

}
