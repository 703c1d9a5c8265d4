package io.hybridge.audit;

/**
 * What an audit entry tells of. The sentence of each kind stands in
 * {@code messages/audit} and is rendered in the reader's language from the entry's
 * parameters.
 */
public enum AuditKind {

	SET_UP, SIGN_IN, SIGN_OUT, USER_INVITED, USER_INVITATION_WITHDRAWN, USER_JOINED, USER_CHANGED,

	/** An administrator demanded a second factor of everybody, or no longer does. */
	FACTOR_DEMAND,
	/** Somebody asked for what they have no right to. */
	ACCESS,

	ORGANIZATION_REGISTERED, ORGANIZATION_CORRECTED, ORGANIZATION_ARCHIVED, ORGANIZATION_RESTORED, ORGANIZATION_REMOVED,

	/** A group of organizations was made, changed or removed. */
	ORGANIZATION_GROUP_CHANGED,
	/** How a server is reached was added, changed or removed. */
	CONNECTION_CHANGED,
	/** With which application an organization signs in to its tenant was changed. */
	APP_REGISTRATION_CHANGED,
	/** In which of Microsoft's clouds a tenant is was confirmed. */
	CLOUD_CONFIRMED,

	/** What a person carries was made, brought back or discarded. */
	BUNDLE, TENANT_SIGN_IN, TENANT_SIGN_OUT,

	/** A look at both sides that changed nothing. */
	CHECK,
	/** A look at all four steps, one after the other. */
	CHECK_OF_ALL_STEPS,
	/** A plan was made. */
	PLAN,
	/** An apply or undo run as a whole. */
	RUN,
	/** One change of a run; the parameter {@code change} names which. */
	CHANGE,
	/** The health manager of a server was restarted for a probe. */
	HEALTH_MANAGER_RESTART,
	/** The push probe ran on a server. */
	PROBE,
	/** A person said whether the number appeared on the phone. */
	DEVICE_TEST,
	/** A second person approved a plan. */
	APPROVAL,
	/** Which plans a second person approves was changed. */
	APPROVAL_RULE_CHANGED,
	/** A person accepted an exposure, such as CVE-2025-53786. */
	ACKNOWLEDGMENT,
	/** Something was done to the lab's world on purpose. */
	LAB,
	/** Records of the audit log were taken away as a file. */
	AUDIT_EXPORT;

	/** Whether the parameter {@code domain} is that of the organization itself. */
	boolean namesDomain() {
		return switch (this) {
			case ORGANIZATION_REGISTERED, ORGANIZATION_CORRECTED, ORGANIZATION_ARCHIVED, ORGANIZATION_RESTORED,
					ORGANIZATION_REMOVED ->
				true;
			default -> false;
		};
	}

}
