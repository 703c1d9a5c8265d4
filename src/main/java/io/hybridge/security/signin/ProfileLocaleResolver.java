package io.hybridge.security.signin;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.web.servlet.LocaleContextResolver;

import io.hybridge.security.account.Preferences;

/**
 * The language and zone of the signed-in person's profile; before sign-in English or
 * German, as the browser asks.
 */
public class ProfileLocaleResolver implements LocaleContextResolver {

	public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

	@Override
	public LocaleContext resolveLocaleContext(HttpServletRequest request) {
		Preferences preferences = preferences(request);
		return new SimpleTimeZoneAwareLocaleContext(preferences.language(), TimeZone.getTimeZone(preferences.zone()));
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return preferences(request).language();
	}

	public static Preferences preferences(HttpServletRequest request) {
		return AccountStatusFilter.preferences(request).orElseGet(() -> Preferences.of(asked(request)));
	}

	private static Locale asked(HttpServletRequest request) {
		String header = request.getHeader("Accept-Language");
		if (header == null) {
			return Locale.ENGLISH;
		}
		try {
			Locale found = Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES);
			return (found != null) ? found : Locale.ENGLISH;
		}
		catch (IllegalArgumentException ex) {
			return Locale.ENGLISH;
		}
	}

	@Override
	public void setLocaleContext(HttpServletRequest request, HttpServletResponse response, LocaleContext context) {
		throw new UnsupportedOperationException("The language is part of the profile");
	}

}
