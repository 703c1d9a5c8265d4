package io.hybridge.security.account;

import java.util.Arrays;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;

/**
 * Whether each word of a name is of one script (UTS 39, highly restrictive): a Cyrillic
 * letter among Latin ones makes a name look like another one’s.
 */
final class OneScript {

	private static final SpoofChecker CHECK = new SpoofChecker.Builder().setChecks(SpoofChecker.RESTRICTION_LEVEL)
		.setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
		.build();

	private OneScript() {
	}

	static boolean inEachWord(String name) {
		return Arrays.stream(name.split("[^\\p{L}\\p{M}\\p{N}]+")).noneMatch(CHECK::failsChecks);
	}

}
