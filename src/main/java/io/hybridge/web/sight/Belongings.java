package io.hybridge.web.sight;

/**
 * Things of organizations that addresses name by a number, told by whoever keeps them.
 */
public interface Belongings {

	/** How their addresses begin, as controllers write it: {@code /runs/{id}}. */
	String address();

	/**
	 * Whether there is one that the person who asks may see; asked in one statement, so
	 * that another's answers as one that is not there.
	 */
	boolean shows(long number);

}
