package io.hybridge.security.profile;

import java.time.ZoneId;
import java.util.Locale;

import org.springframework.validation.Errors;

import io.hybridge.security.account.Preferences;
import io.hybridge.security.account.TimeZones;
import io.hybridge.web.Viewer;
import io.hybridge.web.text.Languages;

/**
 * How a person wants pages, as chosen in a form.
 *
 * @param language {@code en} or {@code de}
 * @param zone name of a time zone
 * @param theme name of a look; the system's when none is asked for
 */
public record PreferencesForm(String language, String zone, String theme) {

	public PreferencesForm {
		language = (language != null) ? language : "";
		zone = (zone != null) ? zone : "";
		theme = (theme != null) ? theme : Viewer.Theme.SYSTEM.name();
	}

	public static PreferencesForm of(Preferences preferences) {
		return new PreferencesForm(preferences.language().getLanguage(), preferences.zone().getId(),
				preferences.theme().name());
	}

	public void check(Errors errors) {
		if (!Languages.knows(this.language)) {
			errors.rejectValue("language", "profile.language.unknown");
		}
		if (!TimeZones.known(this.zone)) {
			errors.rejectValue("zone", "profile.zone.unknown");
		}
		if (!this.theme.matches("SYSTEM|LIGHT|DARK")) {
			errors.rejectValue("theme", "profile.theme.unknown");
		}
	}

	public Preferences preferences() {
		return new Preferences(Locale.of(this.language), ZoneId.of(this.zone), Viewer.Theme.valueOf(this.theme));
	}

}
