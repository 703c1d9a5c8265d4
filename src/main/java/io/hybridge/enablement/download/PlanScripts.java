package io.hybridge.enablement.download;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.offer.StepConditions;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.download.DownloadScript;
import io.hybridge.exchange.download.PlanScript;
import io.hybridge.exchange.download.PlannedPart;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.Plans;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.part.RemoteCall;

/**
 * The plan that a step offers now, as a script; what a person may leave out is not in it.
 */
@Component
class PlanScripts {

	private final StepConditions conditions;

	private final Plans plans;

	PlanScripts(StepConditions conditions, Plans plans) {
		this.conditions = conditions;
		this.plans = plans;
	}

	/**
	 * The plan as a script.
	 * @return the script, or empty when no plan is offered, or nothing of it is made on a
	 * server
	 */
	Optional<DownloadScript> of(OrganizationId organization, StepName step) {
		return Optional.ofNullable(this.conditions.of(organization, step).plan())
			.flatMap(this.plans::find)
			.flatMap(PlanScripts::script);
	}

	private static Optional<DownloadScript> script(Plan plan) {
		List<Optional<RemoteCall>> calls = plan.content()
			.changes()
			.stream()
			.filter((change) -> !change.optional())
			.map(Change::plannedCall)
			.toList();
		return calls.stream().allMatch(Optional::isPresent)
				? PlanScript.of(plan.id(), calls.stream().map(Optional::get).map(PlanScripts::part).toList())
				: Optional.empty();
	}

	private static PlannedPart part(RemoteCall call) {
		return (call instanceof RemoteCall.OnExchange(ExchangeChange change)) ? new PlannedPart.OnExchange(change)
				: new PlannedPart.InTenant();
	}

}
