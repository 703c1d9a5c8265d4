package io.hybridge.step;

import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.observation.Observation;

/** One of the four steps: decides from what was seen, and touches nothing. */
public sealed interface Step permits TenantStep, ServersStep, OAuthStep, PushProxyStep {

	StepName name();

	/**
	 * Concludes from one look.
	 * @param goal what the organization should come to
	 * @return findings and changes
	 */
	Examination examine(Observation observation, TargetState target);

	/** Whether a look must ask Exchange, and every server of it. */
	boolean asksExchange();

	/** Whether a look must ask the tenant. */
	boolean asksTenant();

	/**
	 * The step of a name.
	 * @param name which
	 * @return its step
	 */
	static Step of(StepName name) {
		return switch (name) {
			case TENANT -> new TenantStep();
			case SERVERS -> new ServersStep();
			case OAUTH -> new OAuthStep();
			case PUSH_PROXY -> new PushProxyStep();
		};
	}

}
