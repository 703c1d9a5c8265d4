package io.hybridge.enablement.page;

import java.util.List;

import io.hybridge.enablement.offer.StepCondition;
import io.hybridge.enablement.offer.Verb;
import io.hybridge.enablement.run.RunView;
import io.hybridge.run.status.OrganizationStatus;
import io.hybridge.run.status.StepStatus;
import io.hybridge.run.status.Unreached;
import io.hybridge.step.StepName;

/**
 * All that is known of a step when its page is shown.
 *
 * @param organization how it stands, with this step in it
 * @param condition what decides which verbs it offers
 * @param seen what was seen last
 * @param plan the plan that may be applied, or null
 * @param activity what was and is done
 */
record StepSituation(OrganizationStatus organization, StepCondition condition, LastLook seen, PlanView plan,
		StepActivity activity) {

	StepName step() {
		return this.condition.step();
	}

	boolean offers(Verb verb) {
		return this.condition.offers(verb);
	}

	/** The earlier step for which it waits, or null. */
	StepName obstacle() {
		return this.condition.obstacle();
	}

	boolean planned() {
		return this.plan != null;
	}

	/** Whether the plan takes our changes back. */
	boolean undoing() {
		return planned() && this.plan.undo();
	}

	/** Whether this step ever changes anything. */
	boolean changing() {
		return step() == StepName.OAUTH || step() == StepName.PUSH_PROXY;
	}

	/** Whether somebody looked and found nothing to do, and that is so still. */
	boolean fine() {
		return this.condition.asWanted() && !overtaken().outdates();
	}

	StepStatus status() {
		return this.organization.steps().get(step().ordinal());
	}

	/**
	 * Whether all of it is in effect, proved as it is now, and a person saw the number on
	 * a phone.
	 */
	boolean complete() {
		return step() == StepName.PUSH_PROXY && !planned() && this.organization.leading().isEmpty()
				&& this.activity.proof().current() && this.activity.proof().seenOnAPhone();
	}

	/**
	 * Whether our changes were taken back, and nobody wants them once more.
	 */
	boolean resting() {
		boolean wanted = undoing() || this.activity.again() && (planned() || !this.seen.stopping().isEmpty());
		return this.activity.undone() != null && !wanted;
	}

	/** The server without which nothing more is known of this step, or null. */
	Unreached unreached() {
		return (step() != StepName.TENANT) ? this.organization.unreached() : null;
	}

	/** Whether what was to be changed is changed, and nothing is left to do. */
	boolean finished() {
		return fine() && this.activity.changed() && !this.activity.troubled();
	}

	/**
	 * What has come after the findings, or is known beside them: a run that stopped
	 * before it could look again, a server that could not be asked, an earlier step that
	 * came into effect, or the end of the certificate that was seen.
	 */
	Overtaking overtaken() {
		RunView run = this.activity.run();
		if (this.activity.troubled() && !run.idle() && this.seen.ever() && run.endedSince(this.seen.at())) {
			return Overtaking.RUN;
		}
		if (status().unreached() != null && this.seen.ever() && this.seen.stopping().isEmpty()) {
			return Overtaking.UNREACHED;
		}
		if (status().freed() && this.seen.ever()) {
			return Overtaking.FREED;
		}
		if (status().certificateEnded()) {
			return Overtaking.ENDED;
		}
		if (!status().certificateEnds()) {
			return Overtaking.NOTHING;
		}
		return status().goodLongAgo() ? Overtaking.ENDS_OLD : Overtaking.ENDS;
	}

	/** Whether a person must decide about a value that came after the findings. */
	private boolean refuted() {
		return this.activity.conflicted() && overtaken() == Overtaking.RUN;
	}

	/** Whether the findings decide nothing any more and fit into one line. */
	boolean settled() {
		return refuted() || resting() || mending() || this.seen.telling().isEmpty()
				&& (planned() || fine() && (this.activity.changed() || step() == StepName.PUSH_PROXY));
	}

	/** Whether the plan mends some of what was seen, so that it comes first. */
	boolean mending() {
		return planned() && !undoing() && !resting() && overtaken() == Overtaking.NOTHING
				&& this.seen.telling().stream().anyMatch(FindingView::planMends);
	}

	/**
	 * Whether the push proxy is on and can prove itself, or has just shown why it cannot.
	 */
	boolean proving() {
		return step() == StepName.PUSH_PROXY
				&& (fine() || this.activity.proof().underway() || this.activity.proof().current());
	}

	List<String> sections() {
		return changing() ? List.of("findings", "plan", "apply", "verify") : List.of("findings", "verify");
	}

	/** Which section the page is about. */
	String openSection() {
		if (this.activity.busy()) {
			return this.activity.run().subject().kind().changes() ? "apply" : "findings";
		}
		if (refuted() || resting()) {
			return "apply";
		}
		if (this.activity.proof().underway() || finished()) {
			return "verify";
		}
		return planned() ? "plan" : "findings";
	}

	/** What has come after the findings that a page shows. */
	enum Overtaking {

		NOTHING, RUN, UNREACHED, FREED, ENDS, ENDS_OLD, ENDED;

		/** Whether what was fine then is not fine any more. */
		public boolean outdates() {
			return this == UNREACHED || this == FREED || this == ENDS_OLD || this == ENDED;
		}

		/** Whether what a person was asked for is there now. */
		public boolean outlives() {
			return this == FREED;
		}

		/**
		 * Key of the heading that takes the place of what the findings came to, or null.
		 */
		public String headingKey() {
			return switch (this) {
				case NOTHING, RUN -> null;
				case ENDS -> "enablement.findings.else";
				case UNREACHED, FREED, ENDS_OLD, ENDED -> "enablement.findings.before";
			};
		}

		/** Key of the sentence about it, or null. */
		public String key() {
			return switch (this) {
				case NOTHING, ENDS -> null;
				case RUN -> "enablement.findings.overtaken";
				case UNREACHED -> "enablement.findings.unreached";
				case FREED -> "enablement.findings.freed";
				case ENDS_OLD -> "enablement.findings.ends-old";
				case ENDED -> "enablement.findings.ended";
			};
		}

	}

}
