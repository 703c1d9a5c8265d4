package io.hybridge.web;

import java.time.ZoneId;
import java.util.Locale;

/**
 * The person looking at a page, as far as the frame of the page cares: how to write times
 * and texts, and which controls make sense.
 *
 * @param id of the account, or null when nobody is signed in
 * @param name shown at the top right, or null when nobody is signed in
 * @param locale language of the page
 * @param zone zone in which times are written
 * @param theme light, dark, or as the system says
 * @param mayChange whether buttons that change something are shown (administrator,
 * operator)
 * @param mayAdminister whether users are managed (administrator)
 * @param limited whether they see only some of the organizations
 */
public record Viewer(Long id, String name, Locale locale, ZoneId zone, Theme theme, boolean mayChange,
		boolean mayAdminister, boolean limited) {

	/** How a person wants pages to look. */
	public enum Theme {

		SYSTEM, LIGHT, DARK;

		/** As the style sheet knows it. */
		public String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The same person where nothing may be changed. */
	Viewer reading() {
		return new Viewer(this.id, this.name, this.locale, this.zone, this.theme, false, this.mayAdminister,
				this.limited);
	}

	/** Whether organizations are added: by who sees all of them. */
	public boolean mayRegister() {
		return this.mayChange && !this.limited;
	}

	public boolean is(long account) {
		return this.id != null && this.id == account;
	}

	public boolean signedIn() {
		return this.name != null;
	}

}
