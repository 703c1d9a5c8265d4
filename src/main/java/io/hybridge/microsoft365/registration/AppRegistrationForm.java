package io.hybridge.microsoft365.registration;

import java.util.Locale;

import jakarta.validation.constraints.Pattern;

import io.hybridge.web.TypedText;

/**
 * What a person enters.
 *
 * @param clientId as Microsoft Entra shows it
 */
record AppRegistrationForm(@Pattern(regexp = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
		message = "{microsoft365.app.rule.guid}") String clientId) {

	AppRegistrationForm {
		clientId = TypedText.line(clientId).toLowerCase(Locale.ROOT);
	}

}
