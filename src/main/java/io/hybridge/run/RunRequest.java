package io.hybridge.run;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;

/**
 * What a run was asked to do: it stands from the first day and never changes, so it may
 * travel where the run's row may not.
 *
 * @param id number of the run
 * @param organization whose state it looks at or changes
 * @param step of the article
 * @param kind what it is for
 * @param actor who asked
 * @param planId the plan it carries out, or null
 * @param choice thumbprint that a person chose, or null
 * @param reason or ticket that the person named, or null
 * @param address the person asked from, or null
 */
public record RunRequest(long id, OrganizationId organization, StepName step, RunKind kind, AuditActor actor,
		Long planId, String choice, String reason, String address) {
}
