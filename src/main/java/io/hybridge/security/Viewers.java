package io.hybridge.security;

import io.hybridge.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who is looking at it. */
@ControllerAdvice
class Viewers {

	@ModelAttribute("viewer")
	Viewer viewer(HttpServletRequest request, @AuthenticationPrincipal SignedIn person) {
		Preferences preferences = PersonLocale.preferences(request);
		return (person != null)
				? new Viewer(person.displayName(), preferences.language(), preferences.zone(), preferences.theme(),
						person.role().mayChange(), person.role() == Role.ADMINISTRATOR)
				: new Viewer(null, preferences.language(), preferences.zone(), preferences.theme(), false, false);
	}

}
