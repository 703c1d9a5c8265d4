package io.hybridge.step.examination;

/**
 * What kind of thing keeps a step from being in effect, for whoever must tell it apart.
 */
public enum Cause {

	/** Nobody is signed in to the tenant. */
	SIGN_IN,
	/** An earlier step is not in effect, or not known to be. */
	EARLIER_STEP,
	/** An earlier step has come into effect since this one was looked at. */
	EARLIER_STEP_SINCE,
	/** The push proxy is off. */
	PROXY_OFF,
	/** The auth certificate ends soon, and nothing else is the matter. */
	CERTIFICATE_ENDS,
	/** The same, and what was seen of it is old. */
	CERTIFICATE_ENDS_OLD,
	/**
	 * The auth certificate that was seen has ended since; nobody has looked after that.
	 */
	CERTIFICATE_ENDED,
	/** Everything is as wanted today, and the plan provides for what is to come. */
	COMING,
	/** None that anybody must tell apart. */
	OTHER

}
