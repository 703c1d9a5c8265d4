package io.hybridge.run.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditKind;
import io.hybridge.exchange.ProbeResult;
import io.hybridge.exchange.ladder.Climbed;
import io.hybridge.exchange.ladder.LadderReading;
import io.hybridge.exchange.ladder.Rung;
import io.hybridge.exchange.ladder.RungReading;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.BuiltStates;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.Vantage;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.Journal;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Planner;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.probe.JournaledProbe;
import io.hybridge.run.probe.ProbeJournal;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.probe.ProbeVerdict;
import io.hybridge.run.status.StepStatusUpdater;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.observation.Observation;
import io.hybridge.support.MutableClock;
import io.hybridge.web.text.StoredMessage;

/**
 * Fabrikam, whose runs see what a test says and end as it says, by the parts of the
 * product that write how runs end.
 */
class StateWorld {

	private static final AuditActor PETRA = AuditActor.person(1, "Petra Kern", null);

	private static final List<String> TABLES = List.of("server_probe", "step_change_timeline", "step_change",
			"device_test", "unreached_server", "step_snapshot", "step_plan", "step_status", "step_run", "built_state",
			"organization_lease", "organization");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private StepRuns runs;

	@Autowired
	private Leases leases;

	@Autowired
	private RunStart start;

	@Autowired
	private RunCompletion completion;

	@Autowired
	private Plans plans;

	@Autowired
	private Journal journal;

	@Autowired
	private JournaledChanges changes;

	@Autowired
	private ProbeJournal probes;

	@Autowired
	private ProbeResults results;

	@Autowired
	private BuiltStates built;

	@Autowired
	private StepStatusUpdater statuses;

	private OrganizationId fabrikam;

	void begin() {
		this.clock.set(MutableClock.START);
		this.jdbc.sql("delete from scheduled_tasks").update();
		TABLES.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.jdbc.sql("update organization set environment = 'LIVE'").update();
		this.events.publishEvent(new Organization.Registered(this.fabrikam, Environment.LIVE));
	}

	String address() {
		return "/organizations/" + this.fabrikam;
	}

	long newestRun() {
		return this.jdbc.sql("select coalesce(max(id), 0) from step_run").query(Long.class).single();
	}

	/** A look that is under way. */
	void looking(StepName step) {
		this.start.begin(asked(step, RunKind.CHECK, null).request());
	}

	/** A look that waits until a person brings what was asked. */
	void waitingForAPerson(StepName step) {
		looking(step);
		this.transaction.executeWithoutResult((status) -> {
			StepRun run = this.runs.require(newestRun());
			run.pause(RunState.PARKED, this.clock.instant().plus(Duration.ofHours(1)));
			this.statuses.parked(run);
		});
	}

	void look(StepName step, Look look) {
		see(asked(step, RunKind.CHECK, null), look);
	}

	/** A look after which what is there is to stay. */
	void keep(StepName step, Look look) {
		see(this.transaction.execute((status) -> this.runs
			.save(new StepRun(this.fabrikam, step, RunKind.CHECK, PETRA, this.clock.instant()).keeping())), look);
	}

	/** A look after which what was taken back is to be made once more. */
	void planAgain(StepName step, Look look) {
		see(this.transaction.execute((status) -> this.runs
			.save(new StepRun(this.fabrikam, step, RunKind.CHECK, PETRA, this.clock.instant()).again())), look);
	}

	private void see(StepRun run, Look look) {
		this.start.begin(run.request());
		this.completion.checked(run.request(), PlanKind.APPLY, inspection(run.step(), look));
	}

	void planUndo(StepName step) {
		StepRun run = asked(step, RunKind.CHECK_UNDO, null);
		this.start.begin(run.request());
		Change change = change(step);
		Plan.Content content = new Plan.Content(List.of(change),
				this.changes.madeIn(this.fabrikam, step).stream().map(JournaledChange::id).limit(1).toList(), List.of(),
				List.of(), false);
		this.completion.checked(run.request(), PlanKind.UNDO, new Inspection(Observation.none(this.clock.instant()),
				new Planner.Planned(examination(step, Look.FINE), Optional.of(content)), sight()));
	}

	void nothingToUndo(StepName step, Look look) {
		StepRun run = asked(step, RunKind.CHECK_UNDO, null);
		this.start.begin(run.request());
		this.completion.checked(run.request(), PlanKind.UNDO, new Inspection(Observation.none(this.clock.instant()),
				new Planner.Planned(examination(step, look), Optional.empty(), look == Look.UNSEEN), sight()));
	}

	/** Begins to carry the newest plan out. */
	LeasedRun applying(StepName step) {
		Plan plan = this.plans.newest(this.fabrikam, step).orElseThrow();
		StepRun run = asked(step, plan.kind().run(), plan.id());
		this.transaction.executeWithoutResult((status) -> this.journal.open(run, plan.content().changes()));
		LeasedRun leased = new LeasedRun(run.request(), this.leases.take(this.fabrikam, run.id()).orElseThrow());
		this.start.begin(run.request());
		return leased;
	}

	void apply(StepName step, RunState end, Look after) {
		LeasedRun leased = applying(step);
		Plan plan = this.plans.find(leased.run().planId()).orElseThrow();
		JournaledChange change = this.changes.of(leased.run().id()).getFirst();
		switch (end) {
			case DONE -> {
				decide(leased, change, ChangeState.DONE);
				this.transaction
					.executeWithoutResult((status) -> this.journal.markUndone(leased, plan.content().undoes()));
				this.completion.done(leased, 1, inspection(step, after));
			}
			case STALE -> this.completion.stale(leased, plan.kind(), 1, inspection(step, after));
			case UNCHECKED -> this.completion.unchecked(leased, 1, inspection(step, after));
			case UNKNOWN -> {
				JournaledChange sent = this.journal.intend(leased, change, Duration.ofMinutes(2), Optional.empty());
				this.journal.unknown(leased, sent, Duration.ofSeconds(3), StoredMessage.of("timeline.look-failed"), "");
				this.completion.pause(leased, RunState.UNKNOWN, this.clock.instant().plusSeconds(3));
			}
			case NOT_DONE, CONFLICT -> {
				decide(leased, change, (end == RunState.CONFLICT) ? ChangeState.CONFLICT : ChangeState.NOT_DONE);
				this.completion.stopped(leased, end, change.change(), 1, 0);
			}
			default -> throw new IllegalArgumentException(end + " is no end of an apply");
		}
	}

	private void decide(LeasedRun leased, JournaledChange change, ChangeState state) {
		JournaledChange sent = this.journal.intend(leased, change, Duration.ofMinutes(2), Optional.empty());
		this.journal.decide(leased, sent, state, "https://elsewhere.example",
				StoredMessage.of("timeline.read-back", "x"));
	}

	LeasedRun probing() {
		StepRun run = asked(StepName.PUSH_PROXY, RunKind.VERIFY, null);
		LeasedRun leased = new LeasedRun(run.request(), this.leases.take(this.fabrikam, run.id()).orElseThrow());
		this.start.begin(run.request());
		this.probes.open(leased, List.of("ex1.fabrikam.com", "ex2.fabrikam.com"), this.results.built(this.fabrikam));
		return leased;
	}

	void probe(ProbeVerdict verdict) {
		LeasedRun leased = probing();
		for (JournaledProbe probe : this.probes.of(leased.run().id())) {
			this.probes.intend(leased, probe.id(), this.clock.instant());
			this.probes.restarted(leased, probe.id(), "");
			switch (verdict) {
				case PROVED -> this.probes.probed(leased, probe.id(), shown(probe, "Succeeded", ""));
				case FAILED -> this.probes.probed(leased, probe.id(),
						shown(probe, "Failed", "AADSTS700027: the key is not known"));
				case UNKNOWN, NONE -> this.probes.notReached(leased, probe.id(), AuditKind.PROBE,
						RemoteFailure.withoutEffect(probe.server(), "exchange.no-answer", ""));
			}
		}
		this.completion.verified(leased, verdict, inspection(StepName.PUSH_PROXY, Look.FINE));
	}

	/** A verification whose side did not answer, so that it probed nothing. */
	void probeNothing() {
		StepRun run = asked(StepName.PUSH_PROXY, RunKind.VERIFY, null);
		LeasedRun leased = new LeasedRun(run.request(), this.leases.take(this.fabrikam, run.id()).orElseThrow());
		this.start.begin(run.request());
		this.completion.verified(leased, ProbeVerdict.NONE, inspection(StepName.PUSH_PROXY, Look.UNSEEN));
	}

	private ProbeResult shown(JournaledProbe probe, String type, String error) {
		Instant now = this.clock.instant();
		return new ProbeResult(probe.server(), type, error, "", now, now, "");
	}

	void phone(String answer) {
		this.jdbc.sql("""
				insert into device_test (organization_id, answer, account_id, account_name, recorded_at, built)
				values (:organization, :answer, 1, 'Petra Kern', :at, :built)""")
			.param("organization", this.fabrikam.value())
			.param("answer", answer)
			.param("at", this.clock.instant().atOffset(java.time.ZoneOffset.UTC))
			.param("built", this.results.built(this.fabrikam))
			.update();
	}

	/** A person puts the newest plan aside. */
	void discard(StepName step) {
		this.transaction.executeWithoutResult((status) -> this.plans
			.discard(this.plans.newest(this.fabrikam, step).orElseThrow(), this.clock.instant()));
	}

	/** Somebody tests the connection, and an account is not let in. */
	void ladderBreaks() {
		this.transaction
			.executeWithoutResult(
					(status) -> this.events
						.publishEvent(new Climbed(this.fabrikam, "ex1.fabrikam.com",
								new LadderReading(this.clock.instant(), List.of(new RungReading(Rung.SIGN_IN,
										RungReading.State.FAILED, List.of(), "exchange.sign-in-refused", "401")),
										List.of()))));
	}

	/** From now on other servers are reached. */
	void leadElsewhere() {
		this.events.publishEvent(new ServerLinks.LeadElsewhere(this.fabrikam));
	}

	private Vantage sight() {
		return this.built.beginLook(this.fabrikam);
	}

	void wait(Duration time) {
		this.clock.advance(time);
	}

	private StepRun asked(StepName step, RunKind kind, Long plan) {
		return this.transaction.execute((status) -> {
			StepRun run = new StepRun(this.fabrikam, step, kind, PETRA, this.clock.instant());
			return this.runs.save((plan != null) ? run.applying(plan, null) : run);
		});
	}

	private Inspection inspection(StepName step, Look look) {
		Examination examination = examination(step, look);
		Optional<Plan.Content> content = examination.plannable() && !examination.changes().isEmpty()
				? Optional.of(new Plan.Content(examination.changes(), List.of(), List.of(), List.of(), false))
				: Optional.empty();
		return new Inspection(Observation.none(this.clock.instant()), new Planner.Planned(examination, content),
				sight());
	}

	private Examination examination(StepName step, Look look) {
		List<Change> changes = look.changes() ? List.of(change(step)) : List.of();
		List<Examination.Candidate> candidates = (look == Look.CHOICE) ? List.of(candidate("1"), candidate("2"))
				: List.of();
		Instant expires = (look == Look.ENDS_SOON) ? MutableClock.START.plus(Duration.ofDays(12))
				: ((step == StepName.OAUTH) ? MutableClock.START.plus(Duration.ofDays(400)) : null);
		return new Examination(List.of(finding(step, look)), changes, List.of(), List.of(), candidates,
				Optional.ofNullable(expires), Optional.empty(), false);
	}

	private static Finding finding(StepName step, Look look) {
		String code = look.code(step);
		FindingLevel level = look.level();
		return Finding.of(code, level, look.subject(step), StoredMessage.of("seen.no-servers"),
				(look == Look.CHOICE) ? 2 : "EX2", "15.0.712.24", "fabrikam.com");
	}

	private static Examination.Candidate candidate(String digit) {
		return new Examination.Candidate(digit.repeat(40), "Exchange S2S OAuth", MutableClock.START, "EX1");
	}

	private static Change change(StepName step) {
		return (step == StepName.PUSH_PROXY) ? new EnablePushProxy("", new DomainName("fabrikam.com"))
				: new SetAuthServer("MicrosoftSts", "", "https://accounts.example/metadata/json/1");
	}

}
