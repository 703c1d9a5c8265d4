package io.hybridge.step.examination;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.hybridge.remote.RemoteFailure;
import io.hybridge.step.change.Change;
import io.hybridge.web.text.StoredMessage;

/**
 * What a step concludes from one look: findings, worst first, and the changes that would
 * bring what is wanted.
 *
 * @param findings worst first; never empty, for nothing seen is not health
 * @param changes in the order in which they are made; what differs has some, what is only
 * noted may have some that make it better
 * @param sideEffects what else the changes bring about
 * @param untouched what stays as it is
 * @param candidates certificates among which a person must choose, empty when there is
 * nothing to choose
 * @param certificateExpires when what signs now ends, if it was seen: the auth
 * certificate, or the entry of its key in the tenant where that ends earlier
 * @param certificate base64 of the DER of the certificate that signs or is to sign
 * @param exposure whether a change puts a key on the shared principal (CVE-2025-53786)
 * @param answeredBy the server that answered for Exchange, or null where none did
 */
public record Examination(List<Finding> findings, List<Change> changes, List<StoredMessage> sideEffects,
		List<StoredMessage> untouched, List<Candidate> candidates, Optional<Instant> certificateExpires,
		Optional<String> certificate, boolean exposure, String answeredBy) {

	public Examination(List<Finding> findings, List<Change> changes, List<StoredMessage> sideEffects,
			List<StoredMessage> untouched, List<Candidate> candidates, Optional<Instant> certificateExpires,
			Optional<String> certificate, boolean exposure) {
		this(findings, changes, sideEffects, untouched, candidates, certificateExpires, certificate, exposure, null);
	}

	public Examination {
		if (findings.isEmpty()) {
			throw new IllegalArgumentException("Who saw nothing concludes nothing");
		}
		findings = findings.stream().sorted(Comparator.comparing(Finding::verdict)).toList();
		changes = List.copyOf(changes);
	}

	public static Examination of(List<Finding> findings) {
		return new Examination(findings, List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(),
				false);
	}

	/**
	 * What is concluded where not even the goal is known: nothing.
	 * @param failure how far we came
	 */
	public static Examination unseen(RemoteFailure failure) {
		return of(List.of(UnreachableFindings.tenant(failure)));
	}

	/** The same, with what else was found. */
	public Examination and(List<Finding> others) {
		return others.isEmpty() ? this
				: new Examination(Stream.concat(this.findings.stream(), others.stream()).toList(), this.changes,
						this.sideEffects, this.untouched, this.candidates, this.certificateExpires, this.certificate,
						this.exposure, this.answeredBy);
	}

	public Examination answeredBy(String server) {
		return new Examination(this.findings, this.changes, this.sideEffects, this.untouched, this.candidates,
				this.certificateExpires, this.certificate, this.exposure, server);
	}

	public long count(FindingLevel verdict) {
		return this.findings.stream().filter((finding) -> finding.verdict() == verdict).count();
	}

	/**
	 * Whether a plan may be made: nothing blocks, nothing is unknown, nothing is left to
	 * choose. The repair of what is out of order waits for a choice only.
	 * @return true when the changes may be offered
	 */
	public boolean plannable() {
		boolean seen = count(FindingLevel.BLOCKS) == 0 && count(FindingLevel.UNKNOWN) == 0;
		return (seen || broken()) && count(FindingLevel.CHOOSE) == 0;
	}

	/** Whether something is out of order now. */
	public boolean broken() {
		return count(FindingLevel.BROKEN) > 0;
	}

	/**
	 * Whether everything is as wanted today; what is to come and notes may still offer to
	 * make it better.
	 * @return true when nothing differs and nothing is left open
	 */
	public boolean asWanted() {
		boolean onlyBetter = this.changes.isEmpty() || count(FindingLevel.UNPROVED) == 0;
		return !broken() && plannable() && count(FindingLevel.DIFFERS) == 0 && onlyBetter;
	}

	/**
	 * The finding that decides.
	 * @return the worst, or empty where nothing is worth a word
	 */
	public Optional<Finding> worst() {
		return this.findings.stream()
			.filter((finding) -> finding.verdict().compareTo(FindingLevel.MEETS) < 0)
			.filter((finding) -> finding.verdict() != FindingLevel.UNPROVED || !this.changes.isEmpty())
			.findFirst();
	}

	/** What was seen where all is as wanted, in one sentence, if it has a name. */
	public Optional<StoredMessage> sight() {
		return (state() == StepState.IN_EFFECT) ? Sight.of(this.findings) : Optional.empty();
	}

	/**
	 * Whether it shows that something is not as wanted, and does not only fail to see.
	 */
	public boolean refutes() {
		return broken() || count(FindingLevel.BLOCKS) > 0 || count(FindingLevel.DIFFERS) > 0 || differences() > 0;
	}

	/** How many changes bring what is wanted; what is only made better does not count. */
	public int differences() {
		return asWanted() ? 0 : this.changes.size();
	}

	/**
	 * How the step stands after this look.
	 * @return its state
	 */
	public StepState state() {
		if (broken()) {
			return StepState.OUTAGE;
		}
		if (count(FindingLevel.BLOCKS) > 0) {
			return StepState.NEEDS_ATTENTION;
		}
		if (count(FindingLevel.UNKNOWN) > 0) {
			// A person can end this one: by signing in.
			return (this.findings.getFirst().cause() == Cause.SIGN_IN) ? StepState.NEEDS_ATTENTION : StepState.UNSEEN;
		}
		if (asWanted() && count(FindingLevel.COMING) == 0) {
			return StepState.IN_EFFECT;
		}
		boolean nothingToPlan = this.changes.isEmpty() && count(FindingLevel.CHOOSE) == 0;
		return nothingToPlan ? StepState.NEEDS_ATTENTION : StepState.READY_TO_PLAN;
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
