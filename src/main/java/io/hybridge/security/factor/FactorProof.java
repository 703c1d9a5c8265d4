package io.hybridge.security.factor;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.PasswordRules;
import io.hybridge.security.signin.PasswordProof;
import io.hybridge.security.signin.PasswordProof.Verdict;
import io.hybridge.security.signin.SecondGuesses;
import io.hybridge.security.signin.SignInWay;

/** Decides whether what somebody typed proves that it is them. */
@Component
class FactorProof {

	private final PasswordProof passwords;

	private final SecondGuesses guesses;

	private final Authenticators authenticators;

	private final RecoveryCodes recovery;

	FactorProof(PasswordProof passwords, SecondGuesses guesses, Authenticators authenticators, RecoveryCodes recovery) {
		this.passwords = passwords;
		this.guesses = guesses;
		this.authenticators = authenticators;
		this.recovery = recovery;
	}

	/**
	 * Whether it is a code of their app, or one of their recovery codes; it is used up
	 * then.
	 */
	Verdict ofCode(Account account, FactorForm form, SignInWay way) {
		return this.guesses.of(account, way,
				() -> form.ofApp() ? this.authenticators.accepts(account.id(), form.digits())
						: this.recovery.spend(account.id(), form.recoveryCode()));
	}

	void ofCode(Account account, FactorForm form, SignInWay way, Errors errors) {
		if (form.code().isEmpty()) {
			errors.rejectValue("code", "factor.code.missing");
		}
		else if (ofCode(account, form, way) != Verdict.RIGHT) {
			errors.rejectValue("code", "factor.code.wrong");
		}
	}

	void ofPassword(Account account, FactorForm form, Errors errors) {
		if (form.password().isEmpty()) {
			errors.rejectValue("password", "profile.password.missing");
			return;
		}
		try {
			if (PasswordRules.tooLong(form.password())
					|| this.passwords.again(account, form.password()) != Verdict.RIGHT) {
				errors.rejectValue("password", "factor.password.wrong");
			}
		}
		catch (PasswordHashing.Busy ex) {
			errors.reject("security.busy");
		}
	}

}
