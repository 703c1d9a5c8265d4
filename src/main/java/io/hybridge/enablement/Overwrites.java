package io.hybridge.enablement;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.Enablement.NotConfirmed;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;

/**
 * Lets nobody overwrite what somebody else has set by a mere press: the name of the
 * organization has to be typed, once.
 */
@Component
public class Overwrites {

	private final StepRuns runs;

	private final Organizations organizations;

	Overwrites(StepRuns runs, Organizations organizations) {
		this.runs = runs;
		this.organizations = organizations;
	}

	/**
	 * Whether a plan needs the name: the newest run that was to change something stopped
	 * at the value of somebody else, and who asked for the plan did not confirm it then.
	 * A plan that takes back leaves what others have set.
	 */
	public boolean unconfirmed(Plan plan) {
		return plan.kind() == PlanKind.APPLY && !this.runs.require(plan.runId()).overwrites()
				&& this.runs.newest(plan.organization(), plan.step(), RunKind.APPLY, RunKind.UNDO)
					.map(StepRun::state)
					.filter(RunState.CONFLICT::equals)
					.isPresent();
	}

	void require(Plan plan, String typed) {
		if (unconfirmed(plan)) {
			require(plan.organization(), typed);
		}
	}

	void require(OrganizationId id, String typed) {
		Organization organization = this.organizations.require(id);
		if (!List.of(organization.name(), organization.title()).contains(typed)) {
			throw new NotConfirmed(organization.title());
		}
	}

}
