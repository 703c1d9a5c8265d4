package io.hybridge.web.sight;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Which organizations somebody may see: all, none, or those that {@code
 * visible_organization} names for an account. The account stands in a statement as the
 * number that it is.
 *
 * @param account whose right is limited, 0 for nobody, or null without a limit
 */
public record Sight(Long account) {

	/** Without a limit. */
	public static final Sight ALL = new Sight(null);

	private static final Sight NOTHING = new Sight(0L);

	/** Of an account whose right is limited. */
	public static Sight of(long account) {
		return new Sight(account);
	}

	/**
	 * Of whoever sends the request that is being answered. A stranger sees nothing; work
	 * that nobody waits for sees everything.
	 */
	public static Sight asking() {
		Authentication asking = SecurityContextHolder.getContext().getAuthentication();
		if (asking == null) {
			return ALL;
		}
		return (asking.getPrincipal() instanceof Holder holder) ? holder.sight() : NOTHING;
	}

	public boolean limited() {
		return this.account != null;
	}

	/**
	 * As a condition of a statement.
	 * @param column that holds the number of an organization
	 */
	public String among(String column) {
		return !limited() ? "0 = 0"
				: column + " in (select v.organization_id from visible_organization v where v.account_id = "
						+ this.account + ")";
	}

	/** Somebody who is signed in. */
	@FunctionalInterface
	public interface Holder {

		Sight sight();

	}

}
