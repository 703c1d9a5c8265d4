package io.hybridge.run.plan;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.change.ChangeJson;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.step.StepName;
import io.hybridge.step.change.DisablePushProxy;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.observation.ProxyAnswer;

/** Remembers from the journal how our newest change left the push proxy. */
@Component
class ProxyAnswers {

	private final JournaledChanges changes;

	ProxyAnswers(JournaledChanges changes) {
		this.changes = changes;
	}

	/**
	 * What our newest change of the push proxy was answered.
	 * @return the answer, or empty when there is none or it was lost
	 */
	Optional<ProxyAnswer> newest(OrganizationId organization) {
		return this.changes.newestSentIn(organization, StepName.PUSH_PROXY)
			.filter((change) -> !change.answerMissing())
			.flatMap(ProxyAnswers::answer);
	}

	private static Optional<ProxyAnswer> answer(JournaledChange journaled) {
		List<Field> fields = ChangeJson.fields(journaled.evidence());
		return switch (journaled.change()) {
			case EnablePushProxy change -> Optional.of(ProxyAnswer.of(true, change.organization().value(), fields));
			case DisablePushProxy change -> Optional.of(ProxyAnswer.of(false, change.organization().value(), fields));
			default -> Optional.empty();
		};
	}

}
