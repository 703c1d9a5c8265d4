package io.hybridge.monitoring;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.examination.StepState;

/**
 * The way onward from an organization.
 *
 * @param address where it leads
 * @param key of what the button says
 */
record Onward(String address, String key) {

	/** Where a step goes on: at what has to be done, watched or read. */
	static String from(StepStatus step) {
		if (step.state() == StepState.PARKED) {
			return "/runs/" + step.runningRun() + "/bundle";
		}
		if (step.runningRun() != null) {
			return "/runs/" + step.runningRun();
		}
		if (step.takenBack() != null) {
			return step.takenBack().address();
		}
		if (step.unreached() != null) {
			return home(step.organization()) + step.unreached().place();
		}
		return home(step.organization()) + "/enablement/" + step.step().slug();
	}

	/** What the link to it says: a key below {@code monitoring.next.}, or null. */
	static String word(StepStatus step) {
		return (step.unreached() != null) ? "connection" : step.next();
	}

	/**
	 * The main button of an organization whose step leads.
	 * @return it, or null where nothing is left to do
	 */
	static Onward of(StepStatus leading) {
		if (leading.takenBack() != null) {
			return null;
		}
		if (leading.needsSignIn()) {
			return new Onward(home(leading.organization()) + "/sign-in", "monitoring.sign-in");
		}
		return new Onward(from(leading), key(leading));
	}

	private static String key(StepStatus leading) {
		if (leading.state() == StepState.PARKED) {
			return "bundle.go";
		}
		if (leading.runningRun() != null) {
			return "monitoring.next." + leading.status();
		}
		return (leading.unreached() != null) ? "connection.unreached.see" : "monitoring.continue";
	}

	private static String home(OrganizationId organization) {
		return "/organizations/" + organization;
	}

}
