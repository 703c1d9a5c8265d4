package io.hybridge.run.status;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.hybridge.run.BuiltStates;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunRequest;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.probe.ProbeVerdict;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

/** Keeps what is known of the steps whenever a run begins, looks, pauses, or ends. */
@Component
public class StepStatusUpdater {

	private final StepStatuses statuses;

	private final ProbeResults proofs;

	private final BuiltStates built;

	private final StepRuns runs;

	private final JournaledChanges changes;

	StepStatusUpdater(StepStatuses statuses, ProbeResults proofs, BuiltStates built, StepRuns runs,
			JournaledChanges changes) {
		this.statuses = statuses;
		this.proofs = proofs;
		this.built = built;
		this.runs = runs;
		this.changes = changes;
	}

	/** Something was seen, and the run rests. */
	public void looked(StepRun run, Observation world, Examination examination) {
		StepFacts former = former(run);
		this.statuses.reached(run.organization(), world);
		refute(run, examination);
		Instant expires = examination.certificateExpires()
			.orElse(world.exchange().seen().isPresent() ? null : former.look().expires());
		StepState state = state(run, former, examination);
		StepFacts seen = former.after(new StepFacts.Look(state, reason(run, state, examination),
				examination.worst().map(Finding::cause).orElse(Cause.OTHER), world.takenAt(), expires));
		this.statuses.keep(changedByAnother(run, former) ? seen : seen.working(null));
	}

	/**
	 * A proof falls with the state that it proved, whoever changed that. Probes that have
	 * just failed are to tell so, whatever a person saw before.
	 */
	private void refute(StepRun run, Examination examination) {
		boolean provable = run.step() == StepName.OAUTH || run.step() == StepName.PUSH_PROXY;
		if (provable && examination.refutes() && proved(run)) {
			boolean told = ProbeVerdict.of(this.proofs.probesOf(run.id())) != ProbeVerdict.PROVED;
			this.built.changed(run.organization());
			if (told) {
				this.built.tellsOfIt(run);
			}
		}
	}

	private boolean proved(StepRun run) {
		return ProbeVerdict.of(this.proofs.newestProbes(run.organization())) == ProbeVerdict.PROVED
				|| this.proofs.newestDeviceTest(run.organization()).isPresent();
	}

	/** The step is being worked on. */
	public void running(StepRun run) {
		working(run, null, false);
	}

	/**
	 * An answer is missing.
	 * @param nextLook when the run looks for it
	 */
	public void unknown(StepRun run, Instant nextLook) {
		working(run, nextLook, false);
	}

	/** A person has to bring something first. */
	public void parked(StepRun run) {
		working(run, null, true);
	}

	private void working(StepRun run, Instant nextLook, boolean parked) {
		StepFacts former = former(run);
		if (!changedByAnother(run, former)) {
			this.statuses
				.keep(former.working(new StepFacts.Work(run.id(), run.kind(), run.actor().name(), nextLook, parked)));
		}
	}

	/**
	 * A run stopped before it could look again.
	 * @param object at which it stopped
	 */
	public void stopped(StepRun run, String object) {
		StepState state = (run.state() == RunState.CONFLICT) ? StepState.CONFLICT : StepState.NEEDS_ATTENTION;
		this.statuses.keep(former(run).stopped(state, StoredMessage.of("step.stopped." + run.state().slug(), object))
			.working(null));
	}

	/**
	 * A run stopped because the account that is signed in may not do it.
	 * @param object at which it stopped
	 */
	public void refused(RunRequest run, String object) {
		StepFacts former = this.statuses.held(run.organization(), run.step());
		this.statuses.keep(former.stopped(StepState.NEEDS_ATTENTION, StoredMessage.of("step.stopped.refused", object))
			.working(null));
	}

	/**
	 * Something was changed.
	 * @param now when
	 */
	public void changed(StepRun run, Instant now) {
		this.statuses.keep(former(run).changed(new StepFacts.Changed(now, run.actor().name(), null)));
	}

	/**
	 * What we changed was taken back, as far as it can be.
	 * @param now when
	 */
	public void takenBack(StepRun run, Instant now) {
		boolean whole = this.changes.madeIn(run.organization(), run.step())
			.stream()
			.allMatch((left) -> left.change().optional());
		StepFacts.Undo undo = new StepFacts.Undo(run.id(), whole);
		this.statuses.keep(former(run).changed(new StepFacts.Changed(now, run.actor().name(), undo)));
	}

	private StepFacts former(StepRun run) {
		return this.statuses.held(run.organization(), run.step());
	}

	/** A check beside a run that changes something must not say that the step rests. */
	private boolean changedByAnother(StepRun run, StepFacts former) {
		StepFacts.Work work = former.work();
		return !run.kind().changes() && work != null && work.run() != run.id() && work.kind().changes()
				&& this.runs.findById(work.run()).filter((other) -> !other.state().ended()).isPresent();
	}

	private StepState state(StepRun run, StepFacts former, Examination examination) {
		StepState state = examination.state();
		boolean takenBack = run.kind() == RunKind.UNDO || former.undo() != null;
		return (state == StepState.READY_TO_PLAN && !takenBack && goneAgain(run, examination))
				? StepState.NEEDS_ATTENTION : state;
	}

	/** What we made and never took back is wanted once more, so it is not there now. */
	private boolean goneAgain(StepRun run, Examination examination) {
		if (examination.asWanted()) {
			return false;
		}
		Set<String> made = this.changes.madeIn(run.organization(), run.step())
			.stream()
			.map((journaled) -> journaled.change().key())
			.collect(Collectors.toSet());
		return examination.changes().stream().map(Change::key).anyMatch(made::contains);
	}

	/** Of several differences, one is named and the others are counted. */
	private static StoredMessage counted(StoredMessage brief, StepState state, Examination examination) {
		long others = examination.count(FindingLevel.DIFFERS) + examination.count(FindingLevel.COMING) - 1;
		return (state == StepState.READY_TO_PLAN && others > 0) ? StoredMessage.of("step.and-more", brief, others)
				: brief;
	}

	private static StoredMessage reason(StepRun run, StepState state, Examination examination) {
		return examination.worst()
			.map((finding) -> counted(StoredMessage.of(finding.key() + ".brief", finding.subject()), state,
					examination))
			.or(() -> examination.sight().filter((sight) -> state == StepState.IN_EFFECT))
			.orElseGet(() -> StoredMessage.of("step." + run.step().slug() + "." + state.status()));
	}

}
