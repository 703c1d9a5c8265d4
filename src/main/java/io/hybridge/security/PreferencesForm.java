package io.hybridge.security;

import java.time.ZoneId;
import java.util.Locale;

import io.hybridge.web.Viewer;

import org.springframework.validation.Errors;

/**
 * How a person wants pages, as chosen in a form.
 *
 * @param language {@code en} or {@code de}
 * @param zone name of a time zone
 * @param theme name of a look; the system's when none is asked for
 */
record PreferencesForm(String language, String zone, String theme) {

	PreferencesForm {
		language = (language != null) ? language : "";
		zone = (zone != null) ? zone : "";
		theme = (theme != null) ? theme : Viewer.Theme.SYSTEM.name();
	}

	static PreferencesForm of(Preferences preferences) {
		return new PreferencesForm(preferences.language().getLanguage(), preferences.zone().getId(),
				preferences.theme().name());
	}

	void check(Errors errors) {
		if (PersonLocale.LANGUAGES.stream().noneMatch((known) -> known.getLanguage().equals(this.language))) {
			errors.rejectValue("language", "profile.language.unknown");
		}
		if (!Zones.known(this.zone)) {
			errors.rejectValue("zone", "profile.zone.unknown");
		}
		if (!this.theme.matches("SYSTEM|LIGHT|DARK")) {
			errors.rejectValue("theme", "profile.theme.unknown");
		}
	}

	Preferences preferences() {
		return new Preferences(Locale.of(this.language), ZoneId.of(this.zone), Viewer.Theme.valueOf(this.theme));
	}

}
