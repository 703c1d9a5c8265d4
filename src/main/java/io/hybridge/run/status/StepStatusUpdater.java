package io.hybridge.run.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.probe.ProbeVerdict;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

/** Keeps the status table true whenever a run begins, looks, or ends. */
@Component
public class StepStatusUpdater {

	private static final String SIGN_IN_NEEDED = "finding.sign-in-needed";

	private final StepStatuses statuses;

	private final ProbeResults proofs;

	private final StepRuns runs;

	private final JournaledChanges changes;

	StepStatusUpdater(StepStatuses statuses, ProbeResults proofs, StepRuns runs, JournaledChanges changes) {
		this.statuses = statuses;
		this.proofs = proofs;
		this.runs = runs;
		this.changes = changes;
	}

	public void looked(StepRun run, Observation world, Examination examination) {
		StepStatus former = former(run);
		Instant expires = examination.certificateExpires()
			.orElse(world.exchange().seen().isPresent() ? null : former.certificateExpires());
		if (changedByAnother(run, former)) {
			this.statuses.keep(new StepStatus(run.organization(), run.step(), former.state(), former.reason(),
					world.takenAt(), expires, null, null, former.runningRun()));
			return;
		}
		StepState state = state(run, former, examination);
		this.statuses.keep(new StepStatus(run.organization(), run.step(), state, reason(run, state, examination),
				world.takenAt(), expires, null, null, null));
	}

	/** The step is being worked on. */
	public void running(StepRun run) {
		StepStatus former = former(run);
		if (changedByAnother(run, former)) {
			return;
		}
		this.statuses.keep(new StepStatus(run.organization(), run.step(), StepState.RUNNING,
				StoredMessage.of("step.running." + run.kind().slug(), run.actor().name()), former.checkedAt(),
				former.certificateExpires(), null, null, run.id()));
	}

	/**
	 * An answer is missing, or a person must decide.
	 * @param state how the step stands
	 * @param reason why
	 */
	public void trouble(StepRun run, StepState state, StoredMessage reason) {
		StepStatus former = former(run);
		this.statuses.keep(new StepStatus(run.organization(), run.step(), state, reason, former.checkedAt(),
				former.certificateExpires(), null, null, run.state().ended() ? null : run.id()));
	}

	/**
	 * Something was changed.
	 * @param now when
	 */
	public void changed(StepRun run, Instant now) {
		StepStatus former = former(run);
		this.statuses.keep(new StepStatus(run.organization(), run.step(), former.state(), former.reason(),
				former.checkedAt(), former.certificateExpires(), now, run.actor().name(), former.runningRun()));
		if (run.step() == StepName.OAUTH) {
			unprove(this.statuses.kept(run.organization()).get(StepName.PUSH_PROXY.ordinal()));
		}
	}

	/** The probes told of the OAuth before. */
	private void unprove(StepStatus proxy) {
		if (proxy.state() == StepState.IN_EFFECT) {
			this.statuses.keep(new StepStatus(proxy.organization(), proxy.step(), StepState.APPLIED,
					StoredMessage.of("step.push-proxy.applied"), proxy.checkedAt(), proxy.certificateExpires(), null,
					null, proxy.runningRun()));
		}
	}

	private StepStatus former(StepRun run) {
		return this.statuses.kept(run.organization()).get(run.step().ordinal());
	}

	/** A check beside a run that changes something must not say that the step rests. */
	private boolean changedByAnother(StepRun run, StepStatus former) {
		return !run.kind().changes() && former.runningRun() != null && former.runningRun() != run.id()
				&& this.runs.findById(former.runningRun())
					.filter((other) -> other.kind().changes() && !other.state().ended())
					.isPresent();
	}

	private StepState state(StepRun run, StepStatus former, Examination examination) {
		return switch (examination.state()) {
			case READY_TO_PLAN -> goneAgain(run, examination) ? StepState.NEEDS_ATTENTION : StepState.READY_TO_PLAN;
			case UNKNOWN -> worst(examination).filter((finding) -> finding.key().equals(SIGN_IN_NEEDED)).isPresent()
					? StepState.NEEDS_ATTENTION : StepState.UNKNOWN;
			case IN_EFFECT -> (run.step() == StepName.PUSH_PROXY) ? proved(run) : StepState.IN_EFFECT;
			default -> examination.state();
		};
	}

	/** What we made and never took back is wanted once more, so it is not there now. */
	private boolean goneAgain(StepRun run, Examination examination) {
		if (run.kind() == RunKind.UNDO || examination.asWanted()) {
			return false;
		}
		Set<String> made = this.changes.madeIn(run.organization(), run.step())
			.stream()
			.map((journaled) -> journaled.change().key())
			.collect(Collectors.toSet());
		return examination.changes().stream().map(Change::key).anyMatch(made::contains);
	}

	private StepState proved(StepRun run) {
		if (run.kind() == RunKind.APPLY) {
			return StepState.APPLIED;
		}
		List<ProbeResults.Probed> probes = CountingProbes.of(this.proofs.newestProbes(run.organization()),
				this.statuses.kept(run.organization()));
		if (probes.isEmpty()) {
			return StepState.APPLIED;
		}
		return switch (ProbeVerdict.of(probes)) {
			case PROVED -> StepState.IN_EFFECT;
			case FAILED -> StepState.NEEDS_ATTENTION;
			case UNKNOWN -> StepState.UNKNOWN;
		};
	}

	private StoredMessage reason(StepRun run, StepState state, Examination examination) {
		return worst(examination).map((finding) -> StoredMessage.of(finding.key() + ".brief", finding.subject()))
			.orElseGet(() -> StoredMessage.of("step." + run.step().slug() + "." + state.status()));
	}

	private static Optional<Finding> worst(Examination examination) {
		return examination.findings()
			.stream()
			.filter((finding) -> finding.verdict().compareTo(FindingLevel.MEETS) < 0)
			.filter((finding) -> finding.verdict() != FindingLevel.UNPROVED || !examination.changes().isEmpty())
			.findFirst();
	}

}
