package io.hybridge.enablement.look;

import java.time.Instant;
import java.util.List;

import io.hybridge.enablement.page.LastLook;
import io.hybridge.enablement.run.ChangeView;
import io.hybridge.step.StepName;
import io.hybridge.web.Status;

/**
 * A first look in the reader's words.
 *
 * @param takenAt by the server's clock
 * @param server that answered
 * @param steps what the console would say and plan
 * @param questions what the answer settles
 */
record FirstLookView(Instant takenAt, String server, List<StepLook> steps, List<Answered> questions) {

	/**
	 * One step.
	 *
	 * @param step which
	 * @param seen its findings
	 * @param changes what would be planned
	 */
	record StepLook(StepName step, LastLook seen, List<ChangeView> changes) {

		public String nameKey() {
			return "step." + this.step.slug() + ".name";
		}

	}

	/**
	 * An open question about real servers, with what this one answered.
	 *
	 * @param question what was not known
	 * @param answer what was seen
	 * @param status whether it is settled
	 */
	record Answered(String question, String answer, Status status) {
	}

}
