package io.hybridge.enablement.run;

import java.time.Instant;
import java.util.List;

import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.probe.ProbeState;
import io.hybridge.step.StepName;
import io.hybridge.web.DisplayValue;

/**
 * A run in the reader's words.
 *
 * @param id its number
 * @param organization its organization's number
 * @param organizationName the name
 * @param environment LAB or LIVE
 * @param step which step
 * @param kind what it is for
 * @param state how it stands
 * @param by who asked for it
 * @param reason the person's words, or null
 * @param requestedAt when
 * @param startedAt when it began, or null
 * @param endedAt when it ended, or null
 * @param nextAt when it goes on, or null
 * @param changes its changes, in order
 * @param probes its probes, in order
 * @param differences what became different since the plan, for a refused one
 */
public record RunView(long id, long organization, String organizationName, String environment, StepName step,
		RunKind kind, RunState state, String by, String reason, Instant requestedAt, Instant startedAt, Instant endedAt,
		Instant nextAt, List<ChangeProgress> changes, List<ProbeView> probes, List<String> differences) {

	public boolean ended() {
		return this.state.ended();
	}

	/** Whether it ended as it was meant to. */
	public boolean smooth() {
		return this.state == RunState.DONE || this.state == RunState.NO_CHANGES;
	}

	public int entries() {
		return this.changes.stream().mapToInt((change) -> change.timeline().size()).sum();
	}

	/** How many servers proved it. */
	public long proved() {
		return this.probes.stream().filter((probe) -> probe.status().equals("succeeded")).count();
	}

	/**
	 * How one change stands.
	 *
	 * @param title a verb and the object
	 * @param where Exchange or Microsoft 365
	 * @param state how it stands
	 * @param status key of the status word
	 * @param timeline its time line
	 * @param nextAt when it is looked at again, or null
	 * @param fields the cmdlet's record, may be empty
	 * @param evidence word for word, or null
	 * @param before value before, for a conflict
	 * @param wanted value wanted, for a conflict
	 * @param found value found, for a conflict
	 */
	record ChangeProgress(String title, String where, ChangeState state, String status, List<Line> timeline,
			Instant nextAt, List<Field> fields, String evidence, DisplayValue before, DisplayValue wanted,
			DisplayValue found) {
	}

	/**
	 * One line of a time line.
	 *
	 * @param at when
	 * @param text what happened
	 */
	record Line(Instant at, String text) {
	}

	/**
	 * How the probe of one server stands.
	 *
	 * @param server short name
	 * @param state how it stands
	 * @param status key of the status word
	 * @param restartedAt when the health manager was restarted, or null
	 * @param dueAt when the probe runs, or null
	 * @param probedAt when it ran, or null
	 * @param waitSeconds length of the wait
	 * @param resultType as the probe wrote it
	 * @param error as the probe wrote it
	 * @param exception as the probe wrote it
	 * @param unseen why there is no result, or null
	 * @param evidence word for word, or null
	 */
	record ProbeView(String server, ProbeState state, String status, Instant restartedAt, Instant dueAt,
			Instant probedAt, long waitSeconds, String resultType, String error, String exception, String unseen,
			String evidence) {

		public boolean counting() {
			return this.state == ProbeState.COUNTING_DOWN;
		}

	}

}
