package io.hybridge.step.examination;

import java.util.List;

import io.hybridge.step.change.Change;
import io.hybridge.web.text.StoredMessage;

/** Tells of what was taken back and is there again. */
public final class ReturnedFindings {

	private ReturnedFindings() {
	}

	public static List<Finding> of(List<Change> returned) {
		return returned.stream().map(ReturnedFindings::of).toList();
	}

	private static Finding of(Change change) {
		return Finding.of("TAKEN-BACK-IS-THERE", FindingLevel.NOTE, change.object(),
				StoredMessage.of("finding.taken-back-is-there.seen", change.place().label()), change.object());
	}

}
