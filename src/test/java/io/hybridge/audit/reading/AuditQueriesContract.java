package io.hybridge.audit.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

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
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What reading the record promises, whatever the database. */
@Import({ AuditLog.class, AuditChain.class, AuditQueries.class })
abstract class AuditQueriesContract {

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern");

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
		AuditFilter filter = new AuditFilter(this.organization, null, null, null, null, null);
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
		long amira = append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, AuditActor.person(8, "Amira Haddad")));
		assertThat(found(new AuditFilter(this.organization, "AMIRA haddad", null, null, null, null)))
			.containsExactly(amira);
	}

	@Test
	void filtersByKindAndOutcome() {
		long probe = append(AuditEntry.of(AuditKind.PROBE, AuditOutcome.UNKNOWN, PETRA));
		append(AuditEntry.of(AuditKind.PROBE, AuditOutcome.DONE, PETRA));
		append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.UNKNOWN, PETRA));
		assertThat(found(new AuditFilter(this.organization, null, AuditKind.PROBE, AuditOutcome.UNKNOWN, null, null)))
			.containsExactly(probe);
	}

	@Test
	void filtersByTimeWithTheEndLeftOut() {
		var from = MutableClock.START.plus(Duration.ofMinutes(2));
		assertThat(found(new AuditFilter(this.organization, null, null, null, from, from.plusSeconds(120))))
			.containsExactly(this.ids.get(3), this.ids.get(2));
	}

	@Test
	void findsNeighborsInTheChainAndTheOtherHalf() {
		long attempted = append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.ATTEMPTED, PETRA).paired("1-1"));
		long result = append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.DONE, PETRA).paired("1-1").seen("<b>OK</b>"));
		AuditDetail detail = this.queries.find(attempted).orElseThrow();
		assertThat(this.queries.pairOf(detail)).extracting((half) -> half.summary().id())
			.containsExactly(attempted, result);
		assertThat(this.queries.at(this.organization, detail.summary().number() + 1)).contains(result);
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
		assertThat(this.queries.newest(new AuditFilter(this.organization, null, null, null, null, null), 1).summaries())
			.extracting(AuditSummary::id)
			.containsExactly(last);
		assertThat(this.queries.ofRun(this.organization, 10)).extracting(AuditSummary::outcome)
			.containsExactly(AuditOutcome.ATTEMPTED, AuditOutcome.DONE);
	}

	@Test
	void findsWhatChangedSomethingAndWhatARunChanged() {
		long run = this.organization + 1;
		append(AuditEntry.of(AuditKind.RUN, AuditOutcome.ATTEMPTED, PETRA).in(run));
		append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.ATTEMPTED, PETRA).in(run));
		long change = append(AuditEntry.of(AuditKind.CHANGE, AuditOutcome.DONE, PETRA).in(run));
		long result = append(AuditEntry.of(AuditKind.RUN, AuditOutcome.DONE, PETRA).in(run));
		append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, PETRA).in(run));
		long stopped = append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.NEEDS_ATTENTION, PETRA));
		assertThat(this.queries.changes(this.organization, 2)).extracting(AuditSummary::id)
			.containsExactly(stopped, result);
		assertThat(this.queries.changes(null, 1)).extracting(AuditSummary::id).containsExactly(stopped);
		assertThat(this.queries.changesOf(List.of(run), 10)).extracting(AuditSummary::id).containsExactly(change);
		assertThat(this.queries.changesOf(List.of(), 10)).isEmpty();
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
