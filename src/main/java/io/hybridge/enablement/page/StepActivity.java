package io.hybridge.enablement.page;

import io.hybridge.enablement.run.RunView;
import io.hybridge.run.probe.ProbeResults.DeviceTested;

/**
 * What was and is done in a step.
 *
 * @param run the run to watch or the newest one that looked or changed something, or null
 * @param holder a run of another step that holds the organization, or null
 * @param proof what proves the step, with nothing in it where nothing can
 * @param undone the run that took our changes back, where nothing was changed since; or
 * null
 * @param again whether the newest run was to plan once more what was taken back
 */
record StepActivity(RunView run, RunView holder, Proof proof, RunView undone, boolean again) {

	StepActivity(RunView run, RunView holder, Proof proof) {
		this(run, holder, proof, null, false);
	}

	StepActivity since(RunView undone) {
		return new StepActivity(this.run, this.holder, this.proof, undone, this.again);
	}

	/**
	 * What is being done, and nothing of what was: its findings were forgotten, for they
	 * tell of servers that are not reached any more.
	 */
	StepActivity begun() {
		return new StepActivity(busy() ? this.run : null, this.holder, this.proof.underway() ? this.proof : Proof.NONE);
	}

	boolean busy() {
		return this.run != null && !this.run.ended();
	}

	/** Whether the newest run is one that was to change something, and has ended. */
	boolean changed() {
		return this.run != null && this.run.ended() && this.run.subject().kind().changes();
	}

	/** Whether a person must read how the last run ended before anything else. */
	boolean troubled() {
		return changed() && !this.run.smooth();
	}

	/** Whether a person must decide which value is to stand. */
	boolean conflicted() {
		return changed() && this.run.conflicted();
	}

	/** Whether a person has decided last that what was found is to stay. */
	boolean kept() {
		return this.run != null && this.run.kept();
	}

	/** The run that is worked on now, or null. */
	RunView underway() {
		return busy() ? this.run : (this.proof.underway() ? this.proof.run() : null);
	}

	/**
	 * What proves the push proxy.
	 *
	 * @param run the newest probe run, or null
	 * @param current whether it probed something and neither OAuth nor the push proxy was
	 * changed after it
	 * @param deviceTest the newest device test, or null
	 */
	record Proof(RunView run, boolean current, DeviceTested deviceTest) {

		static final Proof NONE = new Proof(null, false, null);

		public boolean underway() {
			return this.run != null && !this.run.ended();
		}

		boolean seenOnAPhone() {
			return this.deviceTest != null && this.deviceTest.answer().equals("yes");
		}

		/** Whether every server that was asked proved what is there now. */
		public boolean holds() {
			return this.current && over() && this.run.proved() == this.run.probes().size();
		}

		/** Whether it has ended, and asked a server. */
		public boolean over() {
			return this.run != null && this.run.ended() && !this.run.probes().isEmpty();
		}

		/** What the page says of it: a key below {@code enablement.probe.}. */
		public String told() {
			return !over() ? "why" : (this.current ? "proved" : "overtaken");
		}

	}

}
