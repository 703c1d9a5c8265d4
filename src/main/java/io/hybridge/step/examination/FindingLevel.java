package io.hybridge.step.examination;

/** What a finding means for its step, worst first. */
public enum FindingLevel {

	/** Is out of order now; its repair waits for nothing else. */
	BROKEN,
	/** The step cannot go on before a person did something outside. */
	BLOCKS,
	/** Could not be seen; nothing is concluded from it. */
	UNKNOWN,
	/** A person must choose. */
	CHOOSE,
	/** Differs from what is wanted; the plan changes it, or time or a person does. */
	DIFFERS,
	/**
	 * Cannot be proved by looking. Nothing is concluded from it; where the plan sets it,
	 * the answer tells.
	 */
	UNPROVED,
	/** Is as wanted today and will not stay so; the plan provides for it. */
	COMING,
	/** As wanted. */
	MEETS,
	/** Good to know, changes nothing. */
	NOTE

}
