package io.hybridge.audit.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;

import static io.hybridge.audit.AuditOutcome.ALREADY_SO;
import static io.hybridge.audit.AuditOutcome.ATTEMPTED;
import static io.hybridge.audit.AuditOutcome.CONFLICT;
import static io.hybridge.audit.AuditOutcome.DONE;
import static io.hybridge.audit.AuditOutcome.LEFT_TO_OPERATOR;
import static io.hybridge.audit.AuditOutcome.NEEDS_ATTENTION;
import static io.hybridge.audit.AuditOutcome.NOT_DONE;
import static io.hybridge.audit.AuditOutcome.REFUSED;
import static io.hybridge.audit.AuditOutcome.UNKNOWN;

/**
 * The convention of {@code docs/audit.md} as a table: which parameters are {3} and on,
 * which one chooses the sentence, and which outcomes have a sentence of their own.
 *
 * @param parameters in order
 * @param variant name of the parameter that chooses the sentence, or empty
 * @param outcomes that occur
 */
record SentenceParameters(List<String> parameters, String variant, Set<AuditOutcome> outcomes) {

	static SentenceParameters of(AuditKind kind) {
		return switch (kind) {
			case SET_UP -> shape(List.of(), DONE, REFUSED);
			case SIGN_OUT -> shape(List.of(), DONE);
			case SIGN_IN -> new SentenceParameters(List.of(), "name", EnumSet.of(ATTEMPTED, DONE, REFUSED, NOT_DONE));
			case ACCESS -> shape(List.of("method", "path"), REFUSED);
			case USER_JOINED -> shape(List.of("user", "role"), DONE, REFUSED);
			case USER_INVITED, USER_INVITATION_WITHDRAWN -> shape(List.of("user", "role"), DONE);
			case USER_CHANGED -> new SentenceParameters(List.of("user", "role"), "what", EnumSet.of(DONE));
			case FACTOR_DEMAND -> new SentenceParameters(List.of(), "what", EnumSet.of(DONE));
			case ORGANIZATION_REGISTERED -> shape(List.of("domain", "environment"), DONE);
			case ORGANIZATION_CORRECTED, ORGANIZATION_ARCHIVED, ORGANIZATION_RESTORED, ORGANIZATION_REMOVED ->
				shape(List.of("domain"), DONE);
			case ORGANIZATION_GROUP_CHANGED -> new SentenceParameters(List.of("group"), "what", EnumSet.of(DONE));
			case CONNECTION_CHANGED -> new SentenceParameters(List.of("way"), "what", EnumSet.of(DONE));
			case APP_REGISTRATION_CHANGED -> new SentenceParameters(List.of("application"), "what", EnumSet.of(DONE));
			case CLOUD_CONFIRMED -> shape(List.of("cloud"), DONE);
			case BUNDLE -> new SentenceParameters(List.of("bundle"), "what", EnumSet.of(DONE));
			case TENANT_SIGN_IN -> shape(List.of("user"), ATTEMPTED, DONE, NOT_DONE, REFUSED);
			case TENANT_SIGN_OUT -> shape(List.of("user"), DONE);
			case CHECK -> new SentenceParameters(
					List.of("step", "differences", "blocks", "unknown", "application", "certificate"), "reader",
					EnumSet.of(DONE, UNKNOWN, NEEDS_ATTENTION));
			case CHECK_OF_ALL_STEPS -> shape(List.of(), ATTEMPTED, DONE);
			case PLAN -> new SentenceParameters(List.of("step", "changes"), "runKind", EnumSet.of(DONE));
			case RUN -> new SentenceParameters(List.of("step", "changes", "runKind", "made"), "runKind",
					EnumSet.complementOf(EnumSet.of(ALREADY_SO, LEFT_TO_OPERATOR)));
			case CHANGE -> new SentenceParameters(List.of("object", "before", "after"), "change",
					EnumSet.of(ATTEMPTED, DONE, ALREADY_SO, NOT_DONE, UNKNOWN, CONFLICT));
			case HEALTH_MANAGER_RESTART -> shape(List.of(), ATTEMPTED, DONE, NOT_DONE, UNKNOWN, REFUSED, CONFLICT);
			case PROBE -> shape(List.of("resultType", "error", "cause"), ATTEMPTED, DONE, NOT_DONE, UNKNOWN, REFUSED,
					NEEDS_ATTENTION);
			case DEVICE_TEST -> new SentenceParameters(List.of("answer", "number", "note"), "answer",
					EnumSet.of(DONE, NEEDS_ATTENTION));
			case APPROVAL -> shape(List.of("step", "changes"), DONE);
			case APPROVAL_RULE_CHANGED -> new SentenceParameters(List.of(), "rule", EnumSet.of(DONE));
			case ACKNOWLEDGMENT -> shape(List.of("exposure"), DONE);
			case AUDIT_EXPORT ->
				new SentenceParameters(List.of("records"), "refusal", EnumSet.of(ATTEMPTED, DONE, NOT_DONE, REFUSED));
			case LAB -> new SentenceParameters(List.of("action", "detail", "fault"), "action",
					EnumSet.of(DONE, NOT_DONE, UNKNOWN));
		};
	}

	private static SentenceParameters shape(List<String> parameters, AuditOutcome first, AuditOutcome... more) {
		return new SentenceParameters(parameters, "", EnumSet.of(first, more));
	}

}
