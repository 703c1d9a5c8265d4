package io.hybridge.enablement;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.Enablement.NotConfirmed;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;

/**
 * Lets nobody overwrite what somebody else has set, nor make the first change in a real
 * organization, by a mere press: the name of the organization has to be typed, once.
 */
@Component
public class Confirmations {

	private final StepRuns runs;

	private final Organizations organizations;

	private final OrganizationHistory history;

	Confirmations(StepRuns runs, Organizations organizations, OrganizationHistory history) {
		this.runs = runs;
		this.organizations = organizations;
		this.history = history;
	}

	/** Why a plan needs the name, or empty where it does not. */
	public Optional<Why> why(Plan plan) {
		if (overwrites(plan)) {
			return Optional.of(Why.OVERWRITES);
		}
		return isFirstInARealOrganization(plan) ? Optional.of(Why.FIRST) : Optional.empty();
	}

	private boolean isFirstInARealOrganization(Plan plan) {
		return plan.kind() == PlanKind.APPLY
				&& this.organizations.require(plan.organization()).environment() == Environment.LIVE
				&& !this.history.of(plan.organization()).changed();
	}

	/**
	 * Whether a plan may overwrite: the newest run that was to change something stopped
	 * at the value of somebody else, and who asked for the plan did not confirm it then.
	 * A plan that takes back leaves what others have set.
	 */
	private boolean overwrites(Plan plan) {
		return plan.kind() == PlanKind.APPLY && !this.runs.require(plan.runId()).overwrites()
				&& this.runs.newest(plan.organization(), plan.step(), RunKind.APPLY, RunKind.UNDO)
					.map(StepRun::state)
					.filter(RunState.CONFLICT::equals)
					.isPresent();
	}

	void require(Plan plan, String typed) {
		if (why(plan).isPresent()) {
			require(plan.organization(), typed);
		}
	}

	void require(OrganizationId id, String typed) {
		Organization organization = this.organizations.require(id);
		if (!List.of(organization.name(), organization.title()).contains(typed)) {
			throw new NotConfirmed(organization.title(), typed == null || typed.isEmpty());
		}
	}

	/** Why the name has to be typed. */
	public enum Why {

		OVERWRITES, FIRST;

		/** Key of the text beside the field. */
		public String key() {
			return (this == OVERWRITES) ? "enablement.apply.confirm.hint" : "enablement.apply.confirm.first";
		}

	}

}
