package io.hybridge.enablement.run;

import java.time.Instant;
import java.util.List;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.step.StepName;
import io.hybridge.web.PageScope;

/**
 * A run in the reader's words.
 *
 * @param subject what it is about
 * @param request who asked for it
 * @param progress how far it has come
 * @param changes its changes, in order
 * @param probes its probes, in order
 */
public record RunView(Subject subject, Request request, Progress progress, List<ChangeProgress> changes,
		List<ProbeView> probes) {

	public boolean ended() {
		return this.progress instanceof Ended;
	}

	/** Whether it ended as it was meant to. */
	public boolean smooth() {
		return this.progress instanceof Ended ended && ended.state().smooth();
	}

	/** Whether it did nothing because of what it saw, or could not see, before. */
	public boolean idle() {
		return this.progress instanceof Ended ended
				&& (ended.state() == RunState.STALE || ended.state() == RunState.UNCHECKED && this.probes.isEmpty());
	}

	/** Whether it came last, and did nothing because of what it saw. */
	public boolean refusedAfter(RunView other) {
		return idle() && (other == null || this.subject.id() > other.subject().id());
	}

	/** Whether it ended as a person asked it to. */
	public boolean stopped() {
		return this.progress instanceof Ended ended && ended.state() == RunState.STOPPED;
	}

	/** Whether it found something else than it sent, and a person must decide. */
	public boolean conflicted() {
		return this.progress instanceof Ended ended && ended.state() == RunState.CONFLICT;
	}

	/** The changes that a person looks at: those in conflict, or all where none is. */
	public List<ChangeProgress> deciding() {
		return besides().isEmpty() ? this.changes
				: this.changes.stream().filter((change) -> change.conflict() != null).toList();
	}

	/** The changes beside those in conflict, about which nobody decides. */
	public List<ChangeProgress> besides() {
		boolean conflict = this.changes.stream().anyMatch((change) -> change.conflict() != null);
		return conflict ? this.changes.stream().filter((change) -> change.conflict() == null).toList() : List.of();
	}

	/** Whether it stopped because the account that was signed in may not do it. */
	public boolean refusedToAccount() {
		return ended() && !smooth() && this.changes.stream().anyMatch((change) -> change.timeline().refusedToAccount());
	}

	/** What a person does now, where it did not end smoothly. */
	public String nextKey() {
		return refusedToAccount() ? "run.todo.refused" : ((Ended) this.progress).nextKey();
	}

	/** Whether a person asked it to keep what it found. */
	public boolean kept() {
		return this.progress instanceof Ended ended && ended.state() == RunState.KEPT;
	}

	/** Whether it ended after something was seen. */
	public boolean endedSince(Instant seen) {
		return this.progress instanceof Ended ended && !seen.isAfter(ended.at());
	}

	/** The changes that were sent and of which nobody knows yet. */
	public List<ChangeProgress> unanswered() {
		return this.changes.stream().filter(ChangeProgress::unanswered).toList();
	}

	/** Key of the sentence that says what still happens after a wish to stop. */
	public String stopKey() {
		return this.changes.stream().anyMatch(ChangeProgress::underWay) ? "run.stop.asked" : "run.stop.asked.rest";
	}

	/** How many lines its time lines have. */
	public int entries() {
		return this.changes.stream().mapToInt((change) -> change.timeline().lines().size()).sum();
	}

	/** How many changes it made; what was already so is none of them. */
	public long made() {
		return this.changes.stream().filter(ChangeProgress::made).count();
	}

	/** Why probes failed, the same of several servers once. */
	public List<ProbeTrouble> troubles() {
		return ProbeTrouble.of(this.probes);
	}

	/** How many servers proved it. */
	public long proved() {
		return this.probes.stream().filter(ProbeView::succeeded).count();
	}

	/**
	 * What a run is about.
	 *
	 * @param id its number
	 * @param scope name and environment of the organization
	 * @param kind what it is for
	 */
	public record Subject(long id, OrganizationId organization, PageScope scope, StepName step, RunKind kind) {

		public String address() {
			return "/runs/" + this.id;
		}

		public String stepAddress() {
			return address(this.step);
		}

		/** The page of another step of the organization. */
		public String address(StepName other) {
			return "/organizations/" + this.organization + "/enablement/" + other.slug();
		}

		public String stepKey() {
			return "step." + this.step.slug() + ".name";
		}

		public String headingKey() {
			return "run.heading." + this.kind.slug();
		}

	}

	/**
	 * Who asked for a run.
	 *
	 * @param by the person
	 * @param reason the person's words, or null
	 */
	public record Request(String by, String reason, Instant at) {
	}

	/** How far a run has come. */
	public sealed interface Progress permits Underway, Ended {

	}

	/**
	 * It is worked on, or will be.
	 *
	 * @param kind what it is for
	 * @param since when it began, or was asked for
	 * @param stopAsked whether somebody asked it to stop before its next change
	 * @param parked whether a person has to carry a bundle and bring its answers
	 * @param probeWait seconds between a restart of the health manager and its probe
	 */
	public record Underway(RunKind kind, Instant since, boolean stopAsked, long probeWait,
			boolean parked) implements Progress {

		/** Whether it proves something by probes. */
		public boolean proves() {
			return this.kind == RunKind.VERIFY;
		}

		/** Whether it can be asked to stop between two changes. */
		public boolean stoppable() {
			return !this.stopAsked && !this.parked && (this.kind == RunKind.APPLY || this.kind == RunKind.UNDO);
		}

		public String leadKey() {
			return "run.running." + (this.parked ? "parked" : this.kind.slug());
		}

	}

	/**
	 * It is over.
	 *
	 * @param kind what it was for
	 * @param state how it ended
	 * @param differences what became different since the plan, where that stopped it
	 */
	public record Ended(RunKind kind, RunState state, Instant at, List<String> differences) implements Progress {

		public String headingKey() {
			return "run.outcome." + this.kind.slug() + "." + this.state.slug();
		}

		/** What a person does now, where it did not end smoothly. */
		public String nextKey() {
			return "run.todo." + this.state.slug();
		}

	}

}
