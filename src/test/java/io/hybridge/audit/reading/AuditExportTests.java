package io.hybridge.audit.reading;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import jakarta.servlet.RequestDispatcher;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.audit.search.AuditFilter;
import io.hybridge.audit.search.Search;
import io.hybridge.audit.search.SearchForm;
import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@ApplicationTest
class AuditExportTests {

	private static final AuditActor EVE = AuditActor.person(77, "=HYPERLINK(\"http://evil\")");

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
	void recordsHowFarAnExportCameThatNobodyTookToTheEnd() {
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
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.export.write(begun, ending));
		assertThat(recorded()).containsExactly("attempted null", "not-done 500");
	}

	@Test
	void writesAFewAtOnceAndAsksWhoeverComesThenToWait() throws Exception {
		for (int i = 0; i < 4; i++) {
			assertThat(this.turns.take()).isTrue();
		}
		long before = this.queries.last();
		MockHttpServletResponse busy = export("organization:" + this.organization, "csv");
		assertThat(busy.getStatus()).isEqualTo(429);
		assertThat(busy.getHeader("Retry-After")).isEqualTo("60");
		assertThat(busy.getHeader("Content-Disposition")).isNull();
		assertThat(this.queries.last()).isEqualTo(before);
		this.turns.giveBack();
		for (int i = 0; i < 3; i++) {
			assertThat(export("organization:" + this.organization + " nobodyhasthis", "csv").getStatus())
				.isEqualTo(200);
			assertThat(export("colour:red", "csv").getStatus()).isEqualTo(302);
		}
		assertThat(this.turns.take()).isTrue();
		assertThat(this.turns.take()).isFalse();
		for (int i = 0; i < 4; i++) {
			this.turns.giveBack();
		}
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
		this.export.write(begun, out);
		assertThat(out.toString().lines()).hasSize(521);
	}

	@Test
	void exportsNothingWhereTheSearchCannotBeRead() throws Exception {
		long before = this.queries.last();
		assertThat(export("colour:red", "csv").getRedirectedUrl()).isEqualTo("/audit?q=colour:red");
		assertThat(this.mvc.perform(post("/audit/export").param("format", "exe").with(People.auditor()).with(csrf()))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(400);
		assertThat(this.queries.last()).isEqualTo(before);
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
