package io.hybridge.security.signin;

import java.util.Locale;
import java.util.TimeZone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.web.servlet.LocaleContextResolver;

import io.hybridge.security.account.Preferences;
import io.hybridge.web.text.Languages;

/**
 * The language and zone of the signed-in person's profile; before sign-in the language
 * that the browser asks for.
 */
public class ProfileLocaleResolver implements LocaleContextResolver {

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
		return AccountStatusFilter.preferences(request)
			.orElseGet(() -> Preferences.of(Languages.asked(request.getHeader("Accept-Language"))));
	}

	@Override
	public void setLocaleContext(HttpServletRequest request, HttpServletResponse response, LocaleContext context) {
		throw new UnsupportedOperationException("The language is part of the profile");
	}

}
