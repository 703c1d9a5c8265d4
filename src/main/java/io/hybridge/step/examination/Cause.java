package io.hybridge.step.examination;

/**
 * What kind of thing keeps a step from being in effect, for whoever must tell it apart.
 */
public enum Cause {

	/** Nobody is signed in to the tenant. */
	SIGN_IN,
	/** An earlier step is not in effect, or not known to be. */
	EARLIER_STEP,
	/** The push proxy is off. */
	PROXY_OFF,
	/** None that anybody must tell apart. */
	OTHER

}
