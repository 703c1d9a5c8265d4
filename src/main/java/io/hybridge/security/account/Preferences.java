package io.hybridge.security.account;

import java.time.ZoneId;
import java.util.Locale;

import io.hybridge.web.Viewer;

/**
 * How a person wants pages: language, time zone, look.
 *
 * @param zone in which times are written
 * @param theme light, dark, or as the system says
 */
public record Preferences(Locale language, ZoneId zone, Viewer.Theme theme) {

	public static Preferences of(Locale language) {
		return new Preferences(language, ZoneId.systemDefault(), Viewer.Theme.SYSTEM);
	}

}
