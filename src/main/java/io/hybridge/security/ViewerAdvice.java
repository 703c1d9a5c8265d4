package io.hybridge.security;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.hybridge.security.account.Preferences;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.signin.ProfileLocaleResolver;
import io.hybridge.web.Viewer;

/** Tells every page who is looking at it. */
@ControllerAdvice
class ViewerAdvice {

	@ModelAttribute("viewer")
	Viewer viewer(HttpServletRequest request, @AuthenticationPrincipal SignedIn person) {
		Preferences preferences = ProfileLocaleResolver.preferences(request);
		return (person != null)
				? new Viewer(person.accountId(), person.displayName(), preferences.language(), preferences.zone(),
						preferences.theme(), person.role().mayChange(), person.role() == Role.ADMINISTRATOR,
						person.limited())
				: new Viewer(null, null, preferences.language(), preferences.zone(), preferences.theme(), false, false,
						false);
	}

}
