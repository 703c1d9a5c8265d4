package io.hybridge.enablement.look;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.lab.exchange.LabExchangeFixture;
import io.hybridge.lab.exchange.SettableClock;
import io.hybridge.lab.exchange.script.BuiltInEngine;
import io.hybridge.lab.exchange.state.ExchangeScenario;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

/** What a person gets who brings what a server wrote. */
@ApplicationTest
@TestPropertySource(properties = "hybridge.lab.enabled=true")
class FirstLookTests {

	private static final LabExchangeFixture WORLD = new LabExchangeFixture(new SettableClock("2026-11-24T13:00:00Z"),
			ExchangeScenario.STANDARD, Locale.US);

	@Autowired
	private MockMvc browser;

	@Autowired
	private JdbcClient jdbc;

	private String page;

	@BeforeEach
	void register() {
		OrganizationId organization = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.page = "/organizations/" + organization.value() + "/first-look";
	}

	/** The tests of the lab's own organization need its domain. */
	@AfterEach
	void giveTheDomainUp() {
		this.jdbc.sql("update organization set domain = 'former-' || id || '.example' where domain = 'fabrikam.com'")
			.update();
	}

	@Test
	void givesTheScriptAndAsksForItsFile() throws Exception {
		String shown = text(this.browser.perform(get(this.page).with(People.operator())).andReturn());
		assertThat(shown).contains("Hybridge-FirstLook.ps1", "name=\"file\"", "name=\"answer\"").doesNotContain("??");
		MvcResult file = this.browser.perform(get(this.page + "/script").with(People.auditor())).andReturn();
		assertThat(file.getResponse().getHeader("Content-Disposition")).contains("Hybridge-FirstLook.ps1");
		assertThat(text(file)).contains("Get-AnswerShapes", "function Get-Certificates").doesNotContain("# include");
	}

	@Test
	void saysWhatItWouldPlanAndWhatIsSettled() throws Exception {
		String shown = text(bring("Loading ...\r\n" + state(LabExchangeFixture.EX1) + "\r\nDone"));
		assertThat(shown)
			.contains("ex1.fabrikam.com", "EX2", "MicrosoftSts", "would be planned", "The file does not say.")
			.doesNotContain("??");
	}

	@Test
	void lastsOnlyForThePage() throws Exception {
		bring(state(LabExchangeFixture.EX1));
		String shown = text(this.browser.perform(get(this.page).with(People.operator())).andReturn());
		assertThat(shown).doesNotContain("ex1.fabrikam.com");
	}

	@Test
	void letsEveryServerSpeakForItself() throws Exception {
		String alone = text(bring(state(LabExchangeFixture.EX1)));
		String both = text(bring(state(LabExchangeFixture.EX1) + "\n" + state(LabExchangeFixture.EX2)));
		assertThat(alone).contains("SERVER-NOT-BROUGHT");
		assertThat(occurrences(both, "SERVER-NOT-BROUGHT")).isLessThan(occurrences(alone, "SERVER-NOT-BROUGHT"));
	}

	@Test
	void readsAnUploadedFileWhateverEditorSavedIt() throws Exception {
		for (Charset charset : List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16)) {
			MockMultipartFile file = new MockMultipartFile("file", "look.txt", "text/plain",
					state(LabExchangeFixture.EX1).getBytes(charset));
			assertThat(text(this.browser.perform(multipart(this.page).file(file).with(People.operator()).with(csrf()))
				.andReturn())).contains("ex1.fabrikam.com");
		}
	}

	@Test
	void saysBesideTheFieldWhatIsWrong() throws Exception {
		refused("", "Choose the file, or paste its text.");
		refused("#<hybridge>#not closed", "This text contains no answer of the script.");
		refused("a".repeat(4 * 1024 * 1024 + 1), "This is longer than 4 MB");
		refused(framed("{\"contract\":1}"), "could not be read");
		refused(framed("[[[["), "could not be read");
		refused(framed(failed()), "Exchange");
	}

	@Test
	void letsAnAuditorReadButNotBring() throws Exception {
		assertThat(text(this.browser.perform(get(this.page).with(People.auditor())).andReturn()))
			.doesNotContain("name=\"file\"");
		assertThat(this.browser.perform(multipart(this.page).with(People.auditor()).with(csrf()))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(403);
	}

	private void refused(String text, String words) throws Exception {
		MvcResult answer = bring(text);
		assertThat(answer.getResponse().getStatus()).as(words).isEqualTo(422);
		assertThat(text(answer)).contains("answer-error", words);
	}

	private MvcResult bring(String text) throws Exception {
		return this.browser.perform(multipart(this.page).param("answer", text).with(People.operator()).with(csrf()))
			.andReturn();
	}

	private static String state(String server) {
		return new BuiltInEngine(WORLD.exchange)
			.run(LabExchangeFixture.call(server, "Get-HybridState", Map.of("scope", "organization", "server", server)))
			.output();
	}

	private static String failed() {
		return ScriptAnswer.in(state(LabExchangeFixture.EX1), "")
			.orElseThrow()
			.json()
			.replace("\"ok\":true", "\"ok\":false")
			.replace("\"errors\":[]",
					"\"errors\":[{\"id\":\"CommandNotFoundException\",\"type\":\"\",\"message\":\"Get-AuthConfig\",\"target\":\"\"}]");
	}

	private static String framed(String json) {
		return "#<hybridge>#" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))
				+ "#</hybridge>#";
	}

	private static int occurrences(String text, String part) {
		return text.split(part, -1).length - 1;
	}

	private static String text(MvcResult answer) throws Exception {
		return answer.getResponse().getContentAsString();
	}

}
