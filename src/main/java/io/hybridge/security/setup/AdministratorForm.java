package io.hybridge.security.setup;

import org.springframework.validation.Errors;

import io.hybridge.security.account.DisplayName;
import io.hybridge.security.account.PasswordRules;
import io.hybridge.security.account.UserName;
import io.hybridge.web.TypedText;

/**
 * Who the administrator shall be.
 *
 * @param name as shown
 * @param userName to sign in with
 * @param password never shown again
 */
record AdministratorForm(String name, String userName, String password) {

	AdministratorForm {
		name = TypedText.line(name);
		userName = TypedText.line(userName);
		password = (password != null) ? password : "";
	}

	void check(Errors errors) {
		DisplayName.check(this.name, errors);
		UserName.check(this.userName, errors);
		PasswordRules.fault(this.password, this.name, this.userName)
			.ifPresent((fault) -> errors.rejectValue("password", fault));
	}

	@Override
	public String toString() {
		return "AdministratorForm of " + this.userName;
	}

}
