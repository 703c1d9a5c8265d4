package io.hybridge.security.profile;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Guest;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.PasswordRules;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.session.Sessions;
import io.hybridge.security.signin.PasswordProof;

/** Gives a person another password, once they proved that they know the one they have. */
@Component
class PasswordChange {

	private final Profile profile;

	private final PasswordProof proof;

	private final PasswordHashing hashing;

	private final Sessions sessions;

	PasswordChange(Profile profile, PasswordProof proof, PasswordHashing hashing, Sessions sessions) {
		this.profile = profile;
		this.proof = proof;
		this.hashing = hashing;
		this.sessions = sessions;
	}

	/** Sessions elsewhere end; this one goes on under a new id. */
	void change(SignedIn person, PasswordForm form, Errors errors, HttpServletRequest request) {
		Account account = this.profile.account(person);
		PasswordRules.fault(form.password(), account.displayName(), account.userName().value())
			.ifPresent((fault) -> errors.rejectValue("password", fault));
		if (form.current().isEmpty()) {
			errors.rejectValue("current", "profile.password.missing");
		}
		else if (PasswordRules.tooLong(form.current())) {
			errors.rejectValue("current", "profile.password.wrong");
		}
		if (errors.hasErrors()) {
			return;
		}
		if (this.proof.again(account, form.current()) != PasswordProof.Verdict.RIGHT) {
			errors.rejectValue("current", "profile.password.wrong");
			return;
		}
		this.profile.changePassword(person,
				this.hashing.inTurn(Guest.known(account.userName().value()), () -> this.hashing.hash(form.password())));
		this.sessions.endOthersOf(person.accountId(), request.getSession().getId());
		request.changeSessionId();
	}

}
