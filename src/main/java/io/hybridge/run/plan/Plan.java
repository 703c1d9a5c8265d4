package io.hybridge.run.plan;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.commons.codec.digest.DigestUtils;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.change.ChangeJson;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.web.text.StoredMessage;

/**
 * An immutable plan: what will be changed, what else it brings about, and what stays. A
 * person reads it, a run carries it out.
 *
 * @param id its row
 * @param kind apply or undo
 * @param runId the run whose look it was made from
 * @param content what it contains
 * @param fingerprint over the required changes, which are the fields that decide
 * @param authorName who had it made
 * @param madeAt when
 * @param validUntil until when it may be applied
 */
public record Plan(long id, OrganizationId organization, StepName step, PlanKind kind, long runId, Content content,
		String fingerprint, String authorName, Instant madeAt, Instant validUntil) {

	/**
	 * Names all that it would carry out, offered changes too.
	 * @return SHA-256 in 64 hexadecimal digits
	 */
	public String contentHash() {
		return DigestUtils.sha256Hex(String.join("\n", this.organization.toString(), this.step.name(), this.kind.name(),
				ChangeJson.fingerprint(this.content.changes()), this.content.undoes().toString()));
	}

	public boolean validAt(Instant now) {
		return now.isBefore(this.validUntil);
	}

	/**
	 * What a plan contains.
	 *
	 * @param changes in order
	 * @param undoes ids of the journal's changes that an undo plan takes back, one per
	 * change; empty for an apply plan
	 * @param sideEffects what else the changes bring about
	 * @param untouched what stays as it is
	 * @param exposure whether it puts a key on the shared principal
	 */
	public record Content(List<Change> changes, List<Long> undoes, List<StoredMessage> sideEffects,
			List<StoredMessage> untouched, boolean exposure) {

		/**
		 * The changes for whose sake the plan is made, without those that it only offers.
		 */
		public List<Change> required() {
			return this.changes.stream().filter((change) -> !change.optional()).toList();
		}

		/**
		 * What is to be carried out.
		 * @param also places of the offered changes that a person accepted
		 * @return in the order of the plan
		 */
		public List<Change> accepted(Set<Integer> also) {
			return IntStream.range(0, this.changes.size())
				.filter((place) -> !this.changes.get(place).optional() || also.contains(place))
				.mapToObj(this.changes::get)
				.toList();
		}

	}

}
