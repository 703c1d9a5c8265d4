package io.hybridge.enablement.page;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.hybridge.enablement.approval.Approval;
import io.hybridge.enablement.run.ChangeView;
import io.hybridge.web.Viewer;

/**
 * A plan in the reader's words.
 *
 * @param id carried by the form, and nothing else
 * @param undo whether it takes our changes back
 * @param exposure whether the person must accept CVE-2025-53786
 * @param confirmKey key of the text that says why the person must type the name of the
 * organization, or null
 * @param content what it will do
 * @param origin who had it made
 * @param approval whether a second person has to approve it
 */
record PlanView(long id, boolean undo, boolean exposure, String confirmKey, Content content, Origin origin,
		Approval approval) {

	/** The verb that makes it anew. */
	public String verb() {
		return this.undo ? "check-undo" : "check";
	}

	/** Whether it waits for a second person. */
	public boolean awaitsApproval() {
		return this.approval instanceof Approval.Awaited;
	}

	/** Who approved it, or null. */
	public Approval.Given approved() {
		return (this.approval instanceof Approval.Given given) ? given : null;
	}

	/** Whether a person may not apply it because nobody else has approved it. */
	public boolean stops(Viewer viewer) {
		return awaitsApproval() || approved() != null && viewer.is(approved().personId());
	}

	/** Whether nobody else is there who could approve it. */
	public boolean nobodyElse() {
		return this.approval instanceof Approval.Awaited(boolean possible) && !possible;
	}

	public String titleKey() {
		return this.undo ? "enablement.plan.undo-title" : "enablement.plan.title";
	}

	public String applyKey() {
		if (this.undo) {
			return "enablement.undo.apply";
		}
		return this.content.offered().isEmpty() ? "enablement.apply" : "enablement.apply.offered";
	}

	/**
	 * What a plan will do.
	 *
	 * @param changes that it is made for, in order
	 * @param offered changes that a person can accept beside them
	 * @param sideEffects what else they bring about
	 * @param untouched what stays as it is
	 * @param account whether another account in Microsoft 365 may be let do more
	 */
	record Content(List<ChangeView> changes, List<Offered> offered, List<String> sideEffects, List<String> untouched,
			boolean account) {

		/** All that can run, for whoever reads the commands. */
		public List<ChangeView> all() {
			return Stream.concat(this.changes.stream(), this.offered.stream().map(Offered::change)).toList();
		}

	}

	/**
	 * A change that is only made where a person ticks it.
	 *
	 * @param place of it in the plan, carried by the form
	 */
	record Offered(int place, ChangeView change) {
	}

	/**
	 * Where a plan comes from.
	 *
	 * @param by who had it made
	 * @param validUntil until when it may be applied
	 */
	record Origin(String by, Instant at, Instant validUntil) {
	}

}
