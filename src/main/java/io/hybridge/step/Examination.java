package io.hybridge.step;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.hybridge.step.change.Change;
import io.hybridge.web.text.StoredMessage;

/**
 * What a step concludes from one look: findings, worst first, and the changes that would
 * bring what is wanted.
 *
 * @param findings worst first; never empty, for nothing seen is not health
 * @param changes in the order in which they are made; empty means health
 * @param sideEffects what else the changes bring about
 * @param untouched what stays as it is
 * @param candidates certificates among which a person must choose, empty when there is
 * nothing to choose
 * @param certificateExpires end of the auth certificate in use, if it was seen
 * @param certificate base64 of the DER of the certificate that signs or is to sign
 * @param exposure whether a change puts a key on the shared principal (CVE-2025-53786)
 */
public record Examination(List<Finding> findings, List<Change> changes, List<StoredMessage> sideEffects,
		List<StoredMessage> untouched, List<Candidate> candidates, Optional<Instant> certificateExpires,
		Optional<String> certificate, boolean exposure) {

	public Examination {
		if (findings.isEmpty()) {
			throw new IllegalArgumentException("Who saw nothing concludes nothing");
		}
		findings = findings.stream().sorted(Comparator.comparing(Finding::verdict)).toList();
		changes = List.copyOf(changes);
	}

	static Examination of(List<Finding> findings) {
		return new Examination(findings, List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(),
				false);
	}

	public long count(FindingLevel verdict) {
		return this.findings.stream().filter((finding) -> finding.verdict() == verdict).count();
	}

	/**
	 * Whether a plan may be made: nothing blocks, nothing is unknown, nothing is left to
	 * choose.
	 * @return true when the changes may be offered
	 */
	public boolean plannable() {
		return count(FindingLevel.BLOCKS) == 0 && count(FindingLevel.UNKNOWN) == 0 && count(FindingLevel.CHOOSE) == 0;
	}

	/**
	 * How the step stands after this look.
	 * @return its state
	 */
	public StepState state() {
		if (count(FindingLevel.BLOCKS) > 0) {
			return StepState.NEEDS_ATTENTION;
		}
		if (count(FindingLevel.UNKNOWN) > 0) {
			return StepState.UNKNOWN;
		}
		if (count(FindingLevel.CHOOSE) > 0 || !this.changes.isEmpty()) {
			return StepState.READY_TO_PLAN;
		}
		return StepState.IN_EFFECT;
	}

	/**
	 * A certificate to choose.
	 *
	 * @param thumbprint of it
	 * @param friendlyName in the store
	 * @param notAfter its end
	 * @param servers on which it is, as one text
	 */
	public record Candidate(String thumbprint, String friendlyName, Instant notAfter, String servers) {
	}

}
