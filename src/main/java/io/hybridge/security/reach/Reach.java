package io.hybridge.security.reach;

import java.util.Set;

/**
 * What the right of an account is limited to.
 *
 * @param all whether it is limited to nothing
 * @param groups numbers of groups of organizations
 * @param organizations numbers of single organizations
 */
public record Reach(boolean all, Set<Long> groups, Set<Long> organizations) {

	/** Every organization, those to come too. */
	public static final Reach ALL = new Reach(true, Set.of(), Set.of());

	/** These and no others. */
	public static Reach only(Set<Long> groups, Set<Long> organizations) {
		return new Reach(false, groups, organizations);
	}

}
