package io.hybridge.audit.reading;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditChain;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.audit.search.AuditFilter;
import io.hybridge.audit.search.Search;
import io.hybridge.audit.search.SearchForm;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What reading the record promises, whatever the database. */
@Import({ AuditLog.class, AuditChain.class, AuditQueries.class })
abstract class AuditQueriesContract {

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	private static final AtomicLong ORGANIZATIONS = new AtomicLong(5000);

	private final long organization = ORGANIZATIONS.incrementAndGet();

	private final List<Long> ids = new ArrayList<>();

	@Autowired
	AuditLog log;

	@Autowired
	AuditQueries queries;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	MutableClock clock;

	@BeforeEach
	void recordSevenChecksAMinuteApart() {
		for (int i = 0; i < 7; i++) {
			append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, PETRA));
			this.clock.advance(Duration.ofMinutes(1));
		}
	}

	@Test
	void goesToTheOldestAndBackWithoutLosingOrRepeatingOne() {
		AuditFilter filter = filter("");
		AuditPage first = this.queries.newest(filter, 3);
		AuditPage second = this.queries.olderThan(first.lastId(), filter, 3);
		AuditPage third = this.queries.olderThan(second.lastId(), filter, 3);
		assertThat(ids(first, second, third)).containsExactlyElementsOf(this.ids.reversed());
		assertThat(third.older()).isFalse();
		assertThat(first.newer()).isFalse();
		AuditPage back = this.queries.newerThan(third.firstId(), filter, 3);
		assertThat(back.summaries()).isEqualTo(second.summaries());
		assertThat(this.queries.newerThan(back.firstId(), filter, 3).summaries()).isEqualTo(first.summaries());
	}

	@Test
	void filtersByPersonInAnyCase() {
		long amira = append(
				AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, AuditActor.person(8, "Amira Haddad", null)));
		assertThat(found(filter("actor:\"AMIRA haddad\""))).containsExactly(amira);
	}

	@Test
	void filtersByKindAndOutcome() {
		long probe = append(AuditEntry.of(AuditKind.PROBE, AuditOutcome.UNKNOWN, PETRA));
		append(AuditEntry.of(AuditKind.PROBE, AuditOutcome.DONE, PETRA));
		append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.UNKNOWN, PETRA));
		assertThat(found(filter("action:probe outcome:unknown"))).containsExactly(probe);
	}

	@Test
	void filtersByTimeWithTheEndLeftOut() {
		assertThat(found(filter("since:2026-11-24T13:07 before:2026-11-24T13:09"))).containsExactly(this.ids.get(3),
				this.ids.get(2));
	}

	@Test
	void findsNeighborsInTheChainAndTheOtherHalf() {
		long attempted = append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.ATTEMPTED, PETRA).paired("1-1"));
		long result = append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.DONE, PETRA).paired("1-1").seen("<b>OK</b>"));
		AuditDetail detail = this.queries.find(attempted).orElseThrow();
		assertThat(this.queries.pairOf(detail)).extracting((half) -> half.summary().id())
			.containsExactly(attempted, result);
		assertThat(this.queries.at(this.organization, detail.summary().number() + 1))
			.contains(new AuditQueries.Link(result, this.queries.find(result).orElseThrow().hash()));
		assertThat(this.queries.at(this.organization, detail.summary().number() + 2)).isEmpty();
	}

	@Test
	void offersTheLastNameOfAnOrganizationToTheFilter() {
		this.transaction.execute((status) -> this.log
			.append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, PETRA).about(this.organization, "Fabrikam AG")));
		assertThat(this.queries.organizations()).contains(new AuditQueries.Chain(this.organization, "Fabrikam AG"));
	}

	@Test
	void showsOthersTheNewestAndARun() {
		append(AuditEntry.of(AuditKind.RUN, AuditOutcome.ATTEMPTED, PETRA).in(this.organization));
		long last = append(AuditEntry.of(AuditKind.RUN, AuditOutcome.DONE, PETRA).in(this.organization));
		assertThat(this.queries.newest(filter(""), 1).summaries()).extracting(AuditSummary::id).containsExactly(last);
		assertThat(this.queries.ofRun(this.organization, 10)).extracting(AuditSummary::outcome)
			.containsExactly(AuditOutcome.ATTEMPTED, AuditOutcome.DONE);
	}

	@Test
	void findsWhatChangedSomethingAndWhatARunChanged() {
		long run = this.organization + 1;
		append(AuditEntry.of(AuditKind.RUN, AuditOutcome.ATTEMPTED, PETRA).in(run).paired("run"));
		long attempt = append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.ATTEMPTED, PETRA).in(run).paired("change"));
		append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.UNKNOWN, PETRA).in(run).paired("change"));
		long change = append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.DONE, PETRA).in(run).paired("change"));
		long wish = append(AuditEntry.of(AuditKind.RUN, AuditOutcome.ATTEMPTED, PETRA).in(run));
		long result = append(
				AuditEntry.of(AuditKind.RUN, AuditOutcome.DONE, PETRA).in(run).paired("run").with("runKind", "apply"));
		long check = append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, PETRA).in(run));
		append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.NEEDS_ATTENTION, PETRA));
		append(AuditEntry.of(AuditKind.RUN, AuditOutcome.NEEDS_ATTENTION, PETRA).with("runKind", "verify"));
		append(AuditEntry.of(AuditKind.RUN, AuditOutcome.REFUSED, PETRA).with("runKind", "apply"));
		append(AuditEntry.of(AuditKind.TENANT_SIGN_IN, AuditOutcome.DONE, PETRA));
		append(AuditEntry.of(AuditKind.DEVICE_TEST, AuditOutcome.DONE, PETRA));
		assertThat(this.queries.changes(this.organization, 2)).as("looks and proofs change nothing")
			.extracting(AuditSummary::id)
			.containsExactly(result);
		assertThat(this.queries.changes(null, 1)).extracting(AuditSummary::id).containsExactly(result);
		assertThat(this.queries.deedsOf(List.of(run), 10)).extracting(AuditSummary::id)
			.containsExactly(change, wish, check);
		AuditSummary done = this.queries.find(change).orElseThrow().summary();
		assertThat(this.queries.pairsOf(List.of(done))).extracting(AuditSummary::id)
			.hasSize(3)
			.startsWith(attempt)
			.endsWith(change);
		assertThat(this.queries.deedsOf(List.of(), 10)).isEmpty();
	}

	/** Who asks what became of something must not be shown that it is being tried. */
	@Test
	void givesOfALongStoryTheEnd() {
		AuditEntry attempt = AuditEntry.of(AuditKind.CHANGE, AuditOutcome.ATTEMPTED, PETRA).paired("long");
		IntStream.range(0, 60).forEach((again) -> append(attempt));
		long end = append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.DONE, PETRA).paired("long"));
		AuditDetail detail = this.queries.find(end).orElseThrow();
		assertThat(this.queries.pairOf(detail)).extracting((half) -> half.summary().id()).isSorted().endsWith(end);
		assertThat(this.queries.pairsOf(List.of(detail.summary()))).extracting(AuditSummary::id)
			.isSorted()
			.endsWith(end);
	}

	@Test
	void knowsTheNumberThatTheChainGaveLast() {
		long last = append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, PETRA));
		AuditSummary summary = this.queries.find(last).orElseThrow().summary();
		assertThat(this.queries.lastNumber(summary.chain())).isEqualTo(summary.number());
		assertThat(this.queries.lastNumber(Long.MAX_VALUE)).isZero();
	}

	@Test
	void givesOfEachRunAsManyChangesAsAreAskedFor() {
		long first = this.organization + 100_000;
		long second = first + 1;
		List<Long> changes = new ArrayList<>();
		for (long run : List.of(first, first, first, second, second)) {
			changes.add(append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.DONE, PETRA).in(run)));
		}
		assertThat(this.queries.deedsOf(List.of(first, second), 2)).extracting(AuditSummary::id)
			.containsExactly(changes.get(0), changes.get(1), changes.get(3), changes.get(4));
		assertThat(this.queries.deedsOf(List.of(first, second), 3)).hasSize(5);
	}

	@Test
	void knowsThatAnOrganizationIsGoneWithItsRuns() {
		assertThat(this.queries.removed(this.organization)).isFalse();
		append(AuditEntry.of(AuditKind.ORGANIZATION_REMOVED, AuditOutcome.DONE, PETRA));
		assertThat(this.queries.removed(this.organization)).isTrue();
		append(AuditEntry.of(AuditKind.TENANT_SIGN_IN, AuditOutcome.NOT_DONE, PETRA));
		assertThat(this.queries.removed(this.organization)).isTrue();
	}

	@Test
	void findsOneOrganizationMoreThanASearchTakesSoThatItCanSayThatThereAreMore() {
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < 203; i++) {
				this.log.append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, PETRA)
					.about(ORGANIZATIONS.incrementAndGet(), "Viele " + this.organization + " " + i));
			}
		});
		assertThat(this.queries.organizationsNamed("viele " + this.organization)).hasSize(201);
		assertThat(this.queries.organizationsNamed("viele " + this.organization + " 10")).hasSize(11);
	}

	@Test
	void findsWordsByTheirBeginningInNamesValuesReasonsAndAddresses() {
		long found = append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.DONE, AuditActor.person(9, "Jörg Ñandú", null))
			.on("EX1.fabrikam.com")
			.because("CHG-20418 (Wartung)")
			.from("10.20.4.17")
			.with("object", "MicrosoftSts")
			.with("after", "{\"Url\":\"https://accounts.example/x?realm=100%\"}")
			.seen("onlyinevidence"));
		for (String line : List.of("microsoftst", "MICROSOFT", "actor:jör", "actor:ñandú", "\"jörg ñan\"", "server:ex1",
				"server:ex1.fabrikam", "reason:chg-20418", "20418", "address:10.20", "accounts example", "realm jörg",
				"-petra", "-actor:petra", "\"realm=100%\"", "actor:petra actor:jörg action:change")) {
			assertThat(found(filter(line))).as(line).containsExactly(found);
		}
		for (String line : List.of("icrosoft", "actor:microsoft", "\"ñandú jörg\"", "server:ex2", "reason:petra",
				"address:20", "onlyinevidence", "-jörg action:change", "microsoft petra", "\"realm=10%0\"",
				"server:brikam")) {
			assertThat(found(filter(line + " -action:check"))).as(line).doesNotContain(found);
		}
	}

	@Test
	void leavesOutAndAddsUp() {
		long refused = append(AuditEntry.of(AuditKind.PROBE, AuditOutcome.REFUSED, PETRA).in(this.organization));
		long unknown = append(AuditEntry.of(AuditKind.PROBE, AuditOutcome.UNKNOWN, PETRA));
		assertThat(found(filter("-action:check"))).containsExactly(unknown, refused);
		assertThat(found(filter("outcome:refused outcome:unknown"))).containsExactly(unknown, refused);
		assertThat(found(filter("-action:check -outcome:refused"))).containsExactly(unknown);
		assertThat(found(filter("run:" + this.organization))).containsExactly(refused);
		assertThat(found(filter("-action:check -run:" + this.organization))).containsExactly(unknown);
	}

	@Test
	void findsAnOrganizationByTheBeginningOfItsLastName() {
		this.transaction.execute((status) -> this.log.append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, PETRA)
			.about(this.organization, "Zweig " + this.organization + "_%")));
		assertThat(this.queries.organizationsNamed("zweig " + this.organization)).containsExactly(this.organization);
		assertThat(this.queries.organizationsNamed("%")).isEmpty();
		assertThat(this.queries.organizationsNamed("weig " + this.organization)).isEmpty();
	}

	@Test
	void countsUpToABound() {
		assertThat(this.queries.count(filter(""), 7)).isEqualTo(7);
		assertThat(this.queries.count(filter(""), 5)).isEqualTo(6);
		assertThat(this.queries.count(filter("nobodyhasthis"), 5)).isZero();
	}

	@Test
	void givesWholeRecordsPieceByPieceWithTheHashThatTheNextOneNames() {
		List<AuditDetail> all = new ArrayList<>();
		for (List<AuditDetail> some = this.queries.upTo(this.queries.last(), filter(""), 3); !some
			.isEmpty(); some = this.queries.upTo(some.getLast().summary().id() - 1, filter(""), 3)) {
			all.addAll(some);
		}
		assertThat(all).extracting((detail) -> detail.summary().id()).containsExactlyElementsOf(this.ids.reversed());
		for (int i = 1; i < all.size(); i++) {
			assertThat(all.get(i - 1).canonical()).contains("\"previous\":\"" + all.get(i).hash() + "\"");
		}
		assertThat(all.getLast().canonical()).contains("\"previous\":null");
	}

	private AuditFilter filter(String line) {
		Search search = Search.read(SearchForm.of("organization:" + this.organization + " " + line), ZoneOffset.UTC,
				this.queries::organizationsNamed);
		assertThat(search.problems()).isEmpty();
		return search.filter();
	}

	private long append(AuditEntry entry) {
		long id = this.transaction.execute((status) -> this.log.append(entry.about(this.organization, "Fabrikam")));
		this.ids.add(id);
		return id;
	}

	private List<Long> found(AuditFilter filter) {
		return ids(this.queries.newest(filter, 50));
	}

	private static List<Long> ids(AuditPage... pages) {
		return List.of(pages).stream().flatMap((page) -> page.summaries().stream()).map(AuditSummary::id).toList();
	}

}
