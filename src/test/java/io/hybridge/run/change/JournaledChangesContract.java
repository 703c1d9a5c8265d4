package io.hybridge.run.change;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.support.MutableClock;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is read of the journal, whatever the database. */
@Import({ JournaledChanges.class, ChangeTimeline.class, JournaledChangesContract.Json.class })
abstract class JournaledChangesContract {

	private static final Instant NOW = MutableClock.START;

	private static final Change SERVER = new SetAuthServer("MicrosoftSts", null, StepFixture.URL);

	private static final Change ENABLE = new EnablePushProxy("", new DomainName("fabrikam.com"));

	@Autowired
	JournaledChanges changes;

	@Autowired
	ChangeJournalEntries entries;

	@Autowired
	ChangeTimeline timeline;

	@Autowired
	StepRuns runs;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	private OrganizationId fabrikam;

	@BeforeEach
	void register() {
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
	}

	@Test
	void readsTheChangesOfARunInTheOrderOfThePlan() {
		long run = run(RunKind.APPLY);
		long second = add(run, 1, ENABLE, ChangeState.WAITING);
		long first = add(run, 0, SERVER, ChangeState.DONE);
		add(run(RunKind.APPLY), 0, ENABLE, ChangeState.WAITING);
		assertThat(this.changes.of(run)).extracting(JournaledChange::id).containsExactly(first, second);
		assertThat(this.changes.of(run)).extracting(JournaledChange::change).containsExactly(SERVER, ENABLE);
	}

	@Test
	void undoesTheNewestChangeFirst() {
		long former = run(RunKind.APPLY);
		long first = add(former, 0, SERVER, ChangeState.DONE);
		long second = add(former, 1, ENABLE, ChangeState.DONE);
		long third = add(run(RunKind.APPLY), 0, SERVER, ChangeState.DONE);
		assertThat(made()).containsExactly(third, second, first);
	}

	@Test
	void undoesNoChangeThatIsTakenBackOrWasNeverOurs() {
		long run = run(RunKind.APPLY);
		long kept = add(run, 0, SERVER, ChangeState.DONE);
		long gone = add(run, 1, ENABLE, ChangeState.DONE);
		inTransaction(() -> this.entries.findById(gone).orElseThrow().markUndone());
		assertThat(made()).containsExactly(kept);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DONE")
	void undoesNoChangeThatIsNotProved(ChangeState state) {
		add(run(RunKind.APPLY), 0, SERVER, state);
		assertThat(made()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPLY")
	void undoesNoChangeOfAnotherKindOfRun(RunKind kind) {
		add(run(kind), 0, SERVER, ChangeState.DONE);
		assertThat(made()).isEmpty();
	}

	@Test
	void undoesNothingOfAnotherStepOrOrganization() {
		add(run(RunKind.APPLY), 0, SERVER, ChangeState.DONE);
		OrganizationId contoso = RegisteredOrganizations.add(this.jdbc, "Contoso", "contoso.com");
		assertThat(this.changes.madeIn(this.fabrikam, StepName.PUSH_PROXY)).isEmpty();
		assertThat(this.changes.madeIn(contoso, StepName.OAUTH)).isEmpty();
	}

	@Test
	void tellsATimeLineInTheOrderInWhichThingsHappened() {
		long run = run(RunKind.APPLY);
		long change = add(run, 0, SERVER, ChangeState.SENT);
		long other = add(run, 1, ENABLE, ChangeState.SENT);
		StoredMessage sent = StoredMessage.of("timeline.sent", "Exchange");
		StoredMessage wait = StoredMessage.of("timeline.asked-to-wait", "Exchange", NOW.plusSeconds(300));
		this.timeline.add(change, NOW, sent);
		this.timeline.add(other, NOW, sent);
		this.timeline.add(change, NOW, wait);
		this.timeline.add(add(run(RunKind.APPLY), 0, SERVER, ChangeState.SENT), NOW, sent);
		assertThat(this.timeline.of(run)).containsExactly(new ChangeTimeline.Entry(change, NOW, sent),
				new ChangeTimeline.Entry(other, NOW, sent), new ChangeTimeline.Entry(change, NOW, wait));
	}

	@Test
	void refusesTheLaterOfTwoUpdatesOfOneEntry() {
		long run = run(RunKind.APPLY);
		long id = add(run, 0, SERVER, ChangeState.SENT);
		assertThatExceptionOfType(ObjectOptimisticLockingFailureException.class).isThrownBy(() -> inTransaction(() -> {
			ChangeJournalEntry stale = this.entries.findById(id).orElseThrow();
			inTransaction(() -> this.entries.findById(id).orElseThrow().decide(ChangeState.DONE, StepFixture.URL, NOW));
			stale.unknownUntil(NOW, "connection reset");
		}));
		assertThat(this.changes.of(run).getFirst().state()).isEqualTo(ChangeState.DONE);
	}

	private List<Long> made() {
		return this.changes.madeIn(this.fabrikam, StepName.OAUTH).stream().map(JournaledChange::id).toList();
	}

	private long run(RunKind kind) {
		return this.runs
			.save(new StepRun(this.fabrikam, StepName.OAUTH, kind, AuditActor.person(7, "Petra Kern", null), NOW))
			.id();
	}

	private long add(long run, int ordinal, Change change, ChangeState state) {
		ChangeJournalEntry entry = new ChangeJournalEntry(run, ordinal, ChangeJson.write(change));
		entry.decide(state, null, NOW);
		return this.entries.save(entry).journaled().id();
	}

	private void inTransaction(Runnable work) {
		TransactionTemplate template = new TransactionTemplate(this.transactions);
		template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		template.executeWithoutResult((status) -> work.run());
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Json {

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().build();
		}

	}

}
