package io.hybridge.security.user;

import java.util.Arrays;

import org.springframework.validation.Errors;

import io.hybridge.security.account.Role;
import io.hybridge.security.account.UserName;
import io.hybridge.security.reach.ReachForm;
import io.hybridge.web.TypedText;

/**
 * Whom an administrator invites.
 *
 * @param userName they will sign in with
 * @param role name of the role they get
 * @param reach whether they see all organizations, or some
 * @param only a name or a domain in each line
 */
record InvitationForm(String userName, String role, String reach, String only) {

	InvitationForm {
		userName = TypedText.line(userName);
		role = (role != null) ? role : "";
		reach = (reach != null) ? TypedText.line(reach) : ReachForm.ALL;
		only = TypedText.line(only);
	}

	ReachForm limit() {
		return new ReachForm(this.reach, this.only);
	}

	void check(Errors errors) {
		UserName.check(this.userName, errors);
		if (Arrays.stream(Role.values()).noneMatch((known) -> known.name().equals(this.role))) {
			errors.rejectValue("role", "users.role.missing");
		}
	}

}
