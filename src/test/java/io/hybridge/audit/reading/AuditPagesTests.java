package io.hybridge.audit.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.audit.search.OrganizationNames;
import io.hybridge.audit.search.Search;
import io.hybridge.audit.search.SearchForm;
import io.hybridge.support.TestClock;
import io.hybridge.web.FieldBinding;
import io.hybridge.web.LayoutModel;
import io.hybridge.web.PageScope;
import io.hybridge.web.StatusWords;
import io.hybridge.web.text.Times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebMvcTest(AuditController.class)
@Import({ AuditViews.class, AuditSentences.class, FieldBinding.class, LayoutModel.class, StatusWords.class, Times.class,
		TestClock.class })
@WithMockUser
class AuditPagesTests {

	private static final String EVIL = "<script>alert(1)</script>";

	@Autowired
	MockMvc mvc;

	@MockitoBean
	AuditQueries entries;

	@MockitoBean
	PageScope.Source scopes;

	@BeforeEach
	void nothingRecorded() {
		given(this.entries.newest(any(), anyInt())).willReturn(new AuditPage(List.of(), false, false));
		given(this.entries.organizations()).willReturn(List.of(new AuditQueries.Chain(12, "Fabrikam")));
	}

	@Test
	void saysWhatWillAppearWhereNothingIsRecorded() throws Exception {
		assertThat(page("/audit").select(".empty h2").text()).isEqualTo("Nothing is recorded yet");
		Document filtered = page("/audit?q=action:probe");
		assertThat(filtered.select(".empty h2").text()).isEqualTo("Nothing is recorded for this filter");
		assertThat(filtered.select(".empty a").attr("href")).isEqualTo("/audit");
		assertThat(filtered.select("#kind option[selected]").val()).isEqualTo("probe");
	}

	@Test
	void promisesUtcBesideTheTimesOnlyWhereTheyAreOfAnotherZone() throws Exception {
		boolean utc = ZoneId.systemDefault().normalized().equals(ZoneOffset.UTC);
		String text = page("/audit").text();
		assertThat(text.contains("Times in UTC.")).isEqualTo(utc);
		assertThat(text.contains("Each record shows UTC beside it.")).isEqualTo(!utc);
	}

	@Test
	void groupsByDayAndEscapesWhatIsNotOurs() throws Exception {
		given(this.entries.newest(any(), anyInt()))
			.willReturn(new AuditPage(List.of(row(9, "2026-11-24T13:05:12Z", AuditOutcome.UNKNOWN),
					row(8, "2026-11-23T23:05:12Z", AuditOutcome.DONE, "118-0")), false, true));
		Document page = page("/audit?q=action:change");
		assertThat(page.select("section > h2").eachText()).hasSize(2).first().asString().startsWith("Today, ");
		assertThat(page.select(".log bdi").eachText()).contains(EVIL, "Petra Kern", "Fabrikam");
		assertThat(page.select("main script")).isEmpty();
		assertThat(page.select(".pager a").attr("href")).isEqualTo("/audit?q=action:change&before=8");
	}

	@Test
	void nestsTheChangesOfARunUnderItsResult() throws Exception {
		AuditSummary result = new AuditSummary(10, 12, 10, Instant.parse("2026-11-24T13:06:00Z"), AuditKind.RUN,
				AuditOutcome.DONE, AuditActor.person(7, "Petra Kern", null), "Fabrikam", null, 118L, "run-118",
				"CHG-20418", Map.of("step", "OAUTH", "changes", "1", "runKind", "apply"));
		AuditSummary change = row(9, "2026-11-24T13:05:12Z", AuditOutcome.DONE);
		AuditSummary attempt = row(8, "2026-11-24T13:05:02Z", AuditOutcome.ATTEMPTED);
		given(this.entries.newest(any(), anyInt()))
			.willReturn(new AuditPage(List.of(result, change, attempt), false, false));
		given(this.entries.deedsOf(List.of(118L), 51)).willReturn(List.of(change));
		AuditSummary begun = new AuditSummary(7, 12, 7, Instant.parse("2026-11-24T13:05:00Z"), AuditKind.RUN,
				AuditOutcome.ATTEMPTED, AuditActor.person(7, "Petra Kern", null), "Fabrikam", null, 118L, "run-118",
				"CHG-20418", Map.of("step", "OAUTH", "changes", "1", "runKind", "apply"));
		given(this.entries.pairsOf(any())).willReturn(List.of(begun, attempt, change, result));
		Document page = page("/audit");
		assertThat(page.select(".log > li")).hasSize(1);
		assertThat(page.select(".log .nested > li a").eachAttr("href")).containsExactly("/audit/9", "/audit/8",
				"/audit/9");
		assertThat(page.select(".log > li > div a").eachAttr("href")).containsExactly("/audit/10", "/audit/7",
				"/audit/10");
		assertThat(page.select(".log > li > div .evidence").last().text()).startsWith("Run 118, CHG-20418, Attempted ")
			.contains("record 7, Done ")
			.endsWith("record 10");
		assertThat(page.select(".log > li > *").eachAttr("class")).endsWith("status", "nested");
		assertThat(page("/audit?q=action:change").select(".log > li")).hasSize(2);
		assertThat(page("/audit?q=-run:117").select(".log > li")).hasSize(1);
	}

	/** The page of a run leads here for the records that it does not show. */
	@Test
	void showsEachRecordOfARunThatIsAskedFor() throws Exception {
		AuditSummary result = new AuditSummary(10, 12, 10, Instant.parse("2026-11-24T13:06:00Z"), AuditKind.RUN,
				AuditOutcome.DONE, AuditActor.person(7, "Petra Kern", null), "Fabrikam", null, 118L, "run-118", null,
				Map.of("step", "OAUTH", "changes", "1", "runKind", "apply"));
		AuditSummary change = row(9, "2026-11-24T13:05:12Z", AuditOutcome.DONE);
		AuditSummary attempt = row(8, "2026-11-24T13:05:02Z", AuditOutcome.ATTEMPTED);
		given(this.entries.newest(any(), anyInt()))
			.willReturn(new AuditPage(List.of(result, change, attempt), false, false));
		given(this.entries.deedsOf(List.of(118L), 51)).willReturn(List.of(change));
		given(this.entries.pairsOf(any())).willReturn(List.of(attempt, change));
		Document page = page(Search.addressOf("run:118"));
		assertThat(page.select(".log > li > div > a:first-child").eachAttr("href")).containsExactly("/audit/10",
				"/audit/9");
		assertThat(page.select(".log a[href=/audit/8]")).hasSize(1);
		assertThat(page.select(".nested")).isEmpty();
	}

	@Test
	void saysHowManyOrganizationsASearchTakes() throws Exception {
		given(this.entries.organizationsNamed("f"))
			.willReturn(LongStream.rangeClosed(0, OrganizationNames.MOST).boxed().toList());
		assertThat(page("/audit?q=organization:f").text())
			.contains("More than " + OrganizationNames.MOST + " organizations", "Left out: organization:f");
	}

	@Test
	void saysThatARunMadeMoreChangesThanAreShownUnderIt() throws Exception {
		AuditSummary result = new AuditSummary(90, 12, 90, Instant.parse("2026-11-24T13:06:00Z"), AuditKind.RUN,
				AuditOutcome.DONE, AuditActor.person(7, "Petra Kern", null), "Fabrikam", null, 118L, "run-118", null,
				Map.of("step", "OAUTH", "changes", "51", "runKind", "apply"));
		List<AuditSummary> changes = LongStream.rangeClosed(1, 51)
			.mapToObj((id) -> row(id, "2026-11-24T13:05:12Z", AuditOutcome.DONE))
			.toList();
		given(this.entries.newest(any(), anyInt())).willReturn(new AuditPage(List.of(result), false, false));
		given(this.entries.deedsOf(List.of(118L), 51)).willReturn(changes.subList(0, 50));
		assertThat(page("/audit").select(".nested a")).hasSize(50);
		given(this.entries.deedsOf(List.of(118L), 51)).willReturn(changes);
		Document page = page("/audit");
		assertThat(page.select(".nested a")).hasSize(51);
		assertThat(page.select(".nested a").last().text()).startsWith("Only the first 50 records are shown here");
		assertThat(page.select(".nested a").last().attr("href")).isEqualTo("/audit?q=run:118");
	}

	@Test
	void saysThatItOffersOnlySomeOfTheOrganizations() throws Exception {
		given(this.entries.organizations()).willReturn(LongStream.rangeClosed(1, 500)
			.mapToObj((id) -> new AuditQueries.Chain(id, "Organization " + id))
			.toList());
		assertThat(page("/audit").select("#organization-hint")).isEmpty();
		given(this.entries.organizations()).willReturn(LongStream.rangeClosed(1, 501)
			.mapToObj((id) -> new AuditQueries.Chain(id, "Organization " + id))
			.toList());
		Document page = page("/audit");
		assertThat(page.select("#organization option")).hasSize(502);
		assertThat(page.select("#organization-hint").text()).startsWith("The list shows only the first 500.");
	}

	@Test
	void leadsToNoRunThatWentWithItsOrganization() throws Exception {
		AuditDetail result = record(row(9, "2026-11-24T13:05:42Z", AuditOutcome.DONE), null);
		given(this.entries.find(9)).willReturn(Optional.of(result));
		given(this.entries.pairOf(any())).willReturn(List.of(result));
		given(this.entries.at(anyLong(), anyLong())).willReturn(Optional.empty());
		given(this.entries.removed(12)).willReturn(true);
		Document page = page("/audit/9");
		assertThat(page.select("a[href=/runs/118]")).isEmpty();
		assertThat(page.select(".facts dd").eachText()).contains("Run 118, removed with its organization");
	}

	@Test
	void keepsTheListAndWhatWasTypedWhenAValueCannotBeRead() throws Exception {
		Document page = page("/audit?from=yesterday&outcome=done");
		assertThat(page.select("#from").val()).isEqualTo("yesterday");
		assertThat(page.select("#from-error").text()).startsWith("This is not a day or a minute.");
		assertThat(page.select("#from").attr("aria-invalid")).isEqualTo("true");
		assertThat(page.select("details[open] #from")).isNotEmpty();
		verify(this.entries)
			.newest(Search.read(SearchForm.of("outcome:done"), ZoneOffset.UTC, (name) -> List.of()).filter(), 50);
	}

	@Test
	void writesTheLineOfTheFormIntoTheAddressAndFillsTheFormFromALine() throws Exception {
		String line = "organization:12 actor:\"Kern & Söhne\" action:probe outcome:refused server:ex1 "
				+ "since:2026-11-01 until:2026-11-24 -run:7 a \"b:c\"";
		String address = this.mvc
			.perform(get("/audit").param("organization", "12")
				.param("person", " Kern & Söhne ")
				.param("kind", "probe")
				.param("outcome", "refused")
				.param("server", "ex1")
				.param("from", "2026-11-01")
				.param("until", "2026-11-24")
				.param("words", "-run:7 a \"b:c\""))
			.andExpect(status().isFound())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		Document page = page(address);
		assertThat(page.select("#q").val()).isEqualTo(line);
		assertThat(page.select("#organization option[selected]").text()).isEqualTo("Fabrikam");
		assertThat(page.select("#person, #server, #from, #until, #words").eachAttr("value"))
			.containsExactlyInAnyOrder("Kern & Söhne", "ex1", "2026-11-01", "2026-11-24", "-run:7 a \"b:c\"");
		assertThat(page.select("#kind option[selected], #outcome option[selected]").eachAttr("value"))
			.containsExactly("probe", "refused");
		assertThat(page.select("#from").attr("type")).isEqualTo("date");
	}

	@Test
	void saysBesideTheLineWhatCannotBeReadAndOffersNoExportOfIt() throws Exception {
		given(this.entries.newest(any(), anyInt()))
			.willReturn(new AuditPage(List.of(row(9, "2026-11-24T13:05:12Z", AuditOutcome.DONE)), false, false));
		Document page = page("/audit?q=%3Cb%3E%20colour:red");
		assertThat(page.select("#q").val()).isEqualTo("<b> colour:red");
		assertThat(page.select("#q").attr("aria-describedby")).contains("q-error");
		assertThat(page.select("#q-error").text()).startsWith("There is no field “colour:”. The fields are actor");
		assertThat(page.select("form[action=/audit/export]")).isEmpty();
		assertThat(page("/audit?q=b").select("form[action=/audit/export] input[name=q]").val()).isEqualTo("b");
	}

	@Test
	void saysHowManyMatchUpToABound() throws Exception {
		given(this.entries.count(any(), anyInt())).willReturn(212);
		assertThat(page("/audit?q=b").text()).contains("212 records match");
		given(this.entries.count(any(), anyInt())).willReturn(1001);
		assertThat(page("/audit?q=b").text()).contains("More than 1,000 records match");
		assertThat(page("/audit").text()).doesNotContain("match");
	}

	@Test
	void speaksGerman() throws Exception {
		given(this.entries.newest(any(), anyInt()))
			.willReturn(new AuditPage(List.of(row(9, "2026-11-24T13:05:12Z", AuditOutcome.CONFLICT)), false, false));
		Document page = Jsoup.parse(this.mvc.perform(get("/audit").header("Accept-Language", "de"))
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(page.select("h1").text()).isEqualTo("Überwachungsprotokoll");
		assertThat(page.select(".log").text()).contains("fand aber etwas anderes vor", "Konflikt");
	}

	@Test
	void showsOldAndNewTheOtherHalfAndTheRecordItself() throws Exception {
		AuditDetail attempted = record(row(8, "2026-11-24T13:05:12Z", AuditOutcome.ATTEMPTED), null);
		AuditDetail result = record(row(9, "2026-11-24T13:05:42Z", AuditOutcome.DONE), EVIL);
		given(this.entries.find(9)).willReturn(Optional.of(result));
		given(this.entries.pairOf(any())).willReturn(List.of(attempted, result));
		given(this.entries.at(anyLong(), anyLong())).willReturn(Optional.empty());
		given(this.entries.at(12, 8)).willReturn(Optional.of(new AuditQueries.Link(8, "a07e55d1" + "0".repeat(56))));
		Document page = page("/audit/9");
		assertThat(page.select("tbody tr").eachText()).containsExactly("Enabled absent True", "Name absent " + EVIL);
		assertThat(page.select(".log details pre").text()).isEqualTo(EVIL);
		assertThat(page.select("svg [rel=prev]").attr("href")).isEqualTo("/audit/8");
		assertThat(page.select("svg text").eachText()).containsExactly("8", "a07e55d1", "9", "3cf91b84");
		assertThat(page.select("main [style]")).isEmpty();
		assertThat(page.select("[rel=next]")).isEmpty();
		assertThat(page.select(".facts a[href=/runs/118]").text()).isEqualTo("Run 118");
		assertThat(page.select("pre").last().text()).isEqualTo("{}");
		assertThat(page.title()).startsWith("Record 9");
		assertThat(page.select(".facts dd").eachText()).contains("10.20.4.17", "CHG-20418", "3cf91b84");
		assertThat(page.select("main script")).isEmpty();
	}

	/** What was found is the state after the change, and stands after what was wanted. */
	@Test
	void tellsBeforeWantedAndFoundAfterwardsApart() throws Exception {
		given(this.entries.at(anyLong(), anyLong())).willReturn(Optional.empty());
		AuditSummary row = row(9, "2026-11-24T13:05:42Z", AuditOutcome.CONFLICT);
		Map<String, String> values = Map.of("change", "enable-push-proxy", "object", "OnPrem-Proxy", "before", "",
				"after", "{\"Enabled\":\"True\"}", "found", "{\"Enabled\":\"False\",\"Organization\":\"x\"}");
		facts(new AuditSummary(9, 12, 9, row.at(), AuditKind.CHANGE, AuditOutcome.CONFLICT, row.actor(), "Fabrikam",
				null, 118L, "118-1", null, values));
		Document page = page("/audit/9");
		assertThat(page.select("main table th[scope=col]").eachText()).containsExactly("Object", "Before", "Wanted",
				"Found afterwards");
		assertThat(page.select("main table tbody tr").eachText()).containsExactly("Enabled absent True False",
				"Organization absent absent x");
		assertThat(page.select(".facts dt").eachText()).doesNotContain("Found");
		facts(row);
		assertThat(page("/audit/9").select("main table th[scope=col]").eachText()).as("not read back")
			.containsExactly("Object", "Before", "Wanted");
	}

	/** A record whose successor was removed is not the last one. */
	@Test
	void callsARecordTheLastOneOnlyWhereItsChainSaysSo() throws Exception {
		AuditSummary row = row(9, "2026-11-24T13:05:42Z", AuditOutcome.DONE);
		given(this.entries.at(anyLong(), anyLong())).willReturn(Optional.empty());
		given(this.entries.lastNumber(12)).willReturn(9L);
		facts(row);
		assertThat(page("/audit/9").select("main").text()).contains("Nothing has been recorded after it yet.");
		given(this.entries.lastNumber(12)).willReturn(10L);
		assertThat(page("/audit/9").select("main").text()).doesNotContain("Nothing has been recorded after it")
			.contains("The chain counts to number 10");
	}

	/** What was recorded is not known better afterwards, so an older record says so. */
	@Test
	void namesTheRoleAtThatTimeAndTheSideOfAChange() throws Exception {
		AuditSummary former = row(9, "2026-11-24T13:05:42Z", AuditOutcome.DONE);
		AuditSummary now = new AuditSummary(9, 12, 9, former.at(), AuditKind.CHANGE, AuditOutcome.DONE,
				AuditActor.person(7, "Petra Kern", "operator"), "Fabrikam", null, 118L, "118-1", null, Map.of("change",
						"set-auth-server", "object", "MicrosoftSts", "place", "Exchange", "actorRole", "operator"));
		given(this.entries.at(anyLong(), anyLong())).willReturn(Optional.empty());
		assertThat(facts(former))
			.contains("Petra Kern, person with an account, role not recorded", "Where ex1.fabrikam.com")
			.doesNotContain("Server");
		assertThat(facts(now)).contains("Petra Kern, operator", "Where Exchange").doesNotContain("Server", "actorRole");
	}

	@Test
	void namesTheOrganizationOfARecordAtTheTop() throws Exception {
		given(this.entries.at(anyLong(), anyLong())).willReturn(Optional.empty());
		given(this.scopes.scopeOf(12)).willReturn(Optional.of(new PageScope("Fabrikam", "LIVE", false)));
		facts(row(9, "2026-11-24T13:05:42Z", AuditOutcome.DONE));
		assertThat(page("/audit/9").select(".top.live p").text()).isEqualTo("Fabrikam LIVE");
		assertThat(page("/audit?q=organization:12").select(".top p").text()).isEqualTo("Fabrikam LIVE");
		assertThat(page("/audit?q=organization:12+organization:13").select(".top p").text())
			.isEqualTo("All organizations");
		given(this.scopes.scopeOf(12)).willReturn(Optional.empty());
		assertThat(page("/audit/9").select(".top p").text()).isEqualTo("Fabrikam");
	}

	private String facts(AuditSummary summary) throws Exception {
		AuditDetail detail = record(summary, null);
		given(this.entries.find(9)).willReturn(Optional.of(detail));
		given(this.entries.pairOf(any())).willReturn(List.of(detail));
		return page("/audit/9").select(".facts").text();
	}

	@Test
	void answersNotFoundForARecordThatIsNotThere() throws Exception {
		given(this.entries.find(anyLong())).willReturn(Optional.empty());
		this.mvc.perform(get("/audit/77")).andExpect(status().isNotFound());
	}

	private Document page(String address) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(java.net.URI.create(address)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private static AuditDetail record(AuditSummary row, String evidence) {
		return new AuditDetail(row, "10.20.4.17", evidence, "{}", "3cf91b84");
	}

	private static AuditSummary row(long id, String at, AuditOutcome outcome) {
		return row(id, at, outcome, "118-1");
	}

	private static AuditSummary row(long id, String at, AuditOutcome outcome, String pair) {
		return new AuditSummary(id, 12, id, Instant.parse(at), AuditKind.CHANGE, outcome,
				AuditActor.person(7, "Petra Kern", null), "Fabrikam", "ex1.fabrikam.com", 118L, pair, "CHG-20418",
				Map.of("change", "set-auth-server", "object", EVIL, "before", "", "after",
						"{\"Enabled\":\"True\",\"Name\":\"" + EVIL + "\"}"));
	}

}
