package io.hybridge.audit.reading;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.audit.search.AuditFilter;
import io.hybridge.audit.search.Search;
import io.hybridge.audit.search.SearchForm;
import io.hybridge.security.People;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@ApplicationTest
class AuditExportTests {

	private static final AuditActor EVE = AuditActor.person(77, "=HYPERLINK(\"http://evil\")", null);

	private static long organizations = 9000;

	private final long organization = ++organizations;

	@Autowired
	MockMvc mvc;

	@Autowired
	AuditLog log;

	@Autowired
	AuditQueries queries;

	@Autowired
	AuditExport export;

	@Autowired
	ExportTurns turns;

	@Autowired
	AuditExportController controller;

	@Autowired
	WebApplicationContext context;

	@Autowired
	TransactionOperations transaction;

	@BeforeEach
	void recordMoreThanAreReadAtOnce() {
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < 521; i++) {
				this.log.append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, EVE)
					.about(this.organization, "Contoso")
					.because("@CHG \"1\", Zürich")
					.with("step", "OAUTH"));
			}
		});
	}

	@Test
	void givesAnAuditorEveryRecordOfTheSearchAsATableWithoutFormulas() throws Exception {
		MockHttpServletResponse response = export("organization:" + this.organization, "csv");
		assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(response.getHeader("Content-Disposition"))
			.isEqualTo("attachment; filename=\"audit-20261124T130512Z.csv\"");
		List<String> rows = List.of(response.getContentAsString(StandardCharsets.UTF_8).split("\r\n"));
		assertThat(rows).hasSize(522).first().asString().startsWith("\uFEFF\"record\",\"time\"");
		assertThat(rows.get(1)).contains("\"'=HYPERLINK(\"\"http://evil\"\")\"", "\"'@CHG \"\"1\"\", Zürich\"");
		assertThat(recorded()).containsExactly("attempted null", "done 521");
		AuditDetail done = newest();
		assertThat(done.summary().parameters()).containsEntry("filter", "organization:" + this.organization)
			.containsEntry("format", "csv");
		assertThat(done.summary().actor().type()).isEqualTo(AuditActor.Type.PERSON);
		assertThat(done.address()).isEqualTo("127.0.0.1");
	}

	@Test
	void givesLinesFromWhichTheChainCanBeCheckedAndAChangeIsNoticed() throws Exception {
		List<String> lines = export("organization:" + this.organization, "jsonl")
			.getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.toList();
		assertThat(lines).hasSize(521);
		assertThat(unbroken(lines)).isTrue();
		assertThat(unbroken(changed(lines, lines.get(300).replace("OAUTH", "SERVERS")))).isFalse();
		List<String> without = new ArrayList<>(lines);
		without.remove(300);
		assertThat(unbroken(without)).isFalse();
	}

	@Test
	void recordsHowFarAnExportCameThatNobodyTookToTheEnd() throws Exception {
		Writer ending = new StringWriter() {
			private int flushed;

			@Override
			public void flush() {
				if (++this.flushed == 2) {
					throw new UncheckedIOException(new IOException("gone"));
				}
			}
		};
		AuditExport.Begun begun = this.export.begin(search("organization:" + this.organization), ExportFormat.CSV, EVE);
		try (ExportTurns.Turn turn = this.turns.take(77)) {
			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> this.export.write(begun, turn, ending));
		}
		assertThat(recorded()).containsExactly("attempted null", "not-done 500");
	}

	@Test
	void writesAFewAtOnceAndAsksWhoeverComesThenToWait() throws Exception {
		List<ExportTurns.Turn> others = new ArrayList<>();
		for (long person = -1; person >= -4; person--) {
			others.add(this.turns.take(person));
		}
		assertWaits("all-turns");
		others.getFirst().close();
		for (int i = 0; i < 3; i++) {
			assertThat(export("organization:" + this.organization + " nobodyhasthis", "csv").getStatus())
				.isEqualTo(200);
			assertThat(export("colour:red", "csv").getStatus()).isEqualTo(302);
		}
		try (ExportTurns.Turn last = this.turns.take(-5)) {
			assertThat(last).isNotNull();
			assertThatExceptionOfType(ExportTurns.NoTurn.class).isThrownBy(() -> this.turns.take(-6));
		}
		others.forEach(ExportTurns.Turn::close);
	}

	@Test
	void writesOneAtOnceForAPersonAndLeavesTheOtherTurnsToOthers() throws Exception {
		long auditor = People.person(this.context, Role.AUDITOR).actor().id();
		try (ExportTurns.Turn first = this.turns.take(auditor)) {
			first.requireTime();
			assertWaits("own-export");
			assertThat(this.mvc
				.perform(post("/audit/export").param("q", "organization:" + this.organization)
					.param("format", "csv")
					.with(People.operator())
					.with(csrf()))
				.andReturn()
				.getResponse()
				.getStatus()).isEqualTo(200);
		}
		assertThat(export("organization:" + this.organization, "csv").getStatus()).isEqualTo(200);
	}

	@Test
	void endsTheTurnOfWhoeverReadsTooSlowlyBetweenTwoParts(@Autowired MutableClock clock) throws Exception {
		AuditExport.Begun begun = this.export.begin(search("organization:" + this.organization), ExportFormat.CSV, EVE);
		Duration pause = Duration.ofMinutes(15);
		StringWriter slow = new StringWriter() {
			@Override
			public void flush() {
				clock.advance(pause);
			}
		};
		try (ExportTurns.Turn turn = this.turns.take(77)) {
			assertThatExceptionOfType(ExportTurns.TurnOver.class)
				.isThrownBy(() -> this.export.write(begun, turn, slow));
		}
		assertThat(slow.toString().lines()).hasSize(501);
		assertThat(recorded()).containsExactly("attempted null", "not-done 500");
	}

	@Test
	void letsAPersonReadAsLongAsTheTurnLasts(@Autowired MutableClock clock) throws Exception {
		AuditExport.Begun begun = this.export.begin(search("organization:" + this.organization), ExportFormat.CSV, EVE);
		StringWriter slow = new StringWriter() {
			@Override
			public void flush() {
				clock.advance(Duration.ofMinutes(15).minusMillis(1));
			}
		};
		try (ExportTurns.Turn turn = this.turns.take(77)) {
			this.export.write(begun, turn, slow);
		}
		assertThat(recorded()).containsExactly("attempted null", "done 521");
	}

	/** Else what came so far would look like all of it. */
	@Test
	void closesNoFileThatBrokeOff(@Autowired MutableClock clock) throws Exception {
		boolean[] closed = new boolean[1];
		MockHttpServletResponse response = new MockHttpServletResponse() {
			@Override
			public ServletOutputStream getOutputStream() {
				ServletOutputStream out = super.getOutputStream();
				return new DelegatingServletOutputStream(out) {
					@Override
					public void flush() throws IOException {
						super.flush();
						clock.advance(Duration.ofMinutes(15));
					}

					@Override
					public void close() throws IOException {
						closed[0] = true;
						super.close();
					}
				};
			}
		};
		assertThatExceptionOfType(ExportTurns.TurnOver.class)
			.isThrownBy(() -> this.controller.export("organization:" + this.organization, "csv", () -> EVE, response));
		assertThat(closed).containsExactly(false);
	}

	private void assertWaits(String why) throws Exception {
		MockHttpServletResponse busy = export("organization:" + this.organization, "csv");
		assertThat(busy.getStatus()).isEqualTo(429);
		assertThat(busy.getHeader("Retry-After")).isEqualTo("60");
		assertThat(busy.getHeader("Content-Disposition")).isNull();
		assertRefused("organization:" + this.organization, "csv", why);
	}

	private void assertRefused(String line, String format, String why) {
		AuditSummary refused = newest().summary();
		assertThat(refused.outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(refused.kind()).isEqualTo(AuditKind.AUDIT_EXPORT);
		assertThat(refused.actor().role()).isEqualTo("auditor");
		assertThat(refused.parameters()).containsEntry("filter", line)
			.containsEntry("format", format)
			.containsEntry("refusal", why);
	}

	@Test
	void saysInWordsThatItIsToBeTriedAgainAndLeadsBackToTheLog() throws Exception {
		String page = this.mvc
			.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 429)
				.requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/audit/export")
				.with(People.auditor()))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(Jsoup.parse(page).select("main").text()).contains("Too many requests", "Wait a moment");
		assertThat(Jsoup.parse(page).select("main a.primary").attr("href")).isEqualTo("/audit");
	}

	@Test
	void leavesOutWhatIsRecordedAfterItBegan() throws Exception {
		AuditExport.Begun begun = this.export.begin(search("organization:" + this.organization),
				ExportFormat.JSON_LINES, EVE);
		recordMoreThanAreReadAtOnce();
		StringWriter out = new StringWriter();
		try (ExportTurns.Turn turn = this.turns.take(77)) {
			this.export.write(begun, turn, out);
		}
		assertThat(out.toString().lines()).hasSize(521);
	}

	@Test
	void exportsNothingWhereTheSearchCannotBeReadAndRecordsWhoWantedWhat() throws Exception {
		assertThat(export("colour:red", "csv").getRedirectedUrl()).isEqualTo("/audit?q=colour:red");
		assertRefused("colour:red", "csv", "search");
		assertThat(this.mvc.perform(post("/audit/export").param("format", "exe").with(People.auditor()).with(csrf()))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(400);
		assertRefused("", "exe", "format");
		export("x".repeat(501), "csv");
		assertRefused("x".repeat(500) + "…", "csv", "search");
	}

	private MockHttpServletResponse export(String line, String format) throws Exception {
		return this.mvc
			.perform(post("/audit/export").param("q", line).param("format", format).with(People.auditor()).with(csrf()))
			.andReturn()
			.getResponse();
	}

	private Search search(String line) {
		return Search.read(SearchForm.of(line), ZoneOffset.UTC, this.queries::organizationsNamed);
	}

	private AuditDetail newest() {
		return this.queries.upTo(this.queries.last(), AuditFilter.ALL, 1).getFirst();
	}

	private List<String> recorded() {
		return this.queries.pairOf(newest())
			.stream()
			.map((half) -> half.summary().outcomeKey() + " " + half.summary().parameters().get("records"))
			.toList();
	}

	private static List<String> changed(List<String> lines, String line) {
		List<String> changed = new ArrayList<>(lines);
		changed.set(300, line);
		return changed;
	}

	/** What docs/audit.md says a verifier does. */
	private static boolean unbroken(List<String> newestFirst) throws Exception {
		String next = null;
		for (String line : newestFirst) {
			String hash = line.substring("{\"hash\":\"".length(), "{\"hash\":\"".length() + 64);
			String record = line.substring(line.indexOf("\"record\":") + "\"record\":".length(), line.length() - 1);
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(record.getBytes(StandardCharsets.UTF_8));
			if (!HexFormat.of().formatHex(digest).equals(hash)
					|| next != null && !next.contains("\"previous\":\"" + hash)) {
				return false;
			}
			next = record;
		}
		return true;
	}

}
