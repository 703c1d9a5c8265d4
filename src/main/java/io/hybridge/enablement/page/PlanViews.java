package io.hybridge.enablement.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.Confirmations;
import io.hybridge.enablement.approval.Approvals;
import io.hybridge.enablement.offer.StepCondition;
import io.hybridge.enablement.run.ChangeViews;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Plans;
import io.hybridge.web.text.MessageRenderer;

/** The plan that a person may apply, in the reader's words. */
@Component
class PlanViews {

	private final Plans plans;

	private final ChangeViews changes;

	private final MessageRenderer texts;

	private final Confirmations confirmations;

	private final Approvals approvals;

	PlanViews(Plans plans, ChangeViews changes, MessageRenderer texts, Confirmations confirmations,
			Approvals approvals) {
		this.plans = plans;
		this.changes = changes;
		this.texts = texts;
		this.confirmations = confirmations;
		this.approvals = approvals;
	}

	Optional<PlanView> of(StepCondition condition) {
		return Optional.ofNullable(condition.plan()).flatMap(this.plans::find).map(this::view);
	}

	private PlanView view(Plan plan) {
		Plan.Content content = plan.content();
		return new PlanView(plan.id(), plan.kind() == PlanKind.UNDO, content.exposure(),
				this.confirmations.why(plan).map(Confirmations.Why::key).orElse(null),
				new PlanView.Content(content.required().stream().map(this.changes::of).toList(), offered(content),
						content.sideEffects().stream().map(this.texts::of).toList(),
						content.untouched().stream().map(this.texts::of).toList(),
						content.sideEffects()
							.stream()
							.anyMatch((effect) -> effect.key().equals("side-effect.role-not-seen"))),
				new PlanView.Origin(plan.authorName(), plan.madeAt(), plan.validUntil()), this.approvals.of(plan));
	}

	private List<PlanView.Offered> offered(Plan.Content content) {
		return IntStream.range(0, content.changes().size())
			.filter((place) -> content.changes().get(place).optional())
			.mapToObj((place) -> new PlanView.Offered(place, this.changes.of(content.changes().get(place))))
			.toList();
	}

}
