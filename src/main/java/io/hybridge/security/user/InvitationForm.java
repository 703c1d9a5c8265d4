package io.hybridge.security.user;

import java.util.Arrays;

import org.springframework.validation.Errors;

import io.hybridge.security.account.Role;
import io.hybridge.security.account.UserName;
import io.hybridge.web.TypedText;

/**
 * Whom an administrator invites.
 *
 * @param userName they will sign in with
 * @param role name of the role they get
 */
record InvitationForm(String userName, String role) {

	InvitationForm {
		userName = TypedText.line(userName);
		role = (role != null) ? role : "";
	}

	void check(Errors errors) {
		UserName.check(this.userName, errors);
		if (Arrays.stream(Role.values()).noneMatch((known) -> known.name().equals(this.role))) {
			errors.rejectValue("role", "users.role.missing");
		}
	}

}
