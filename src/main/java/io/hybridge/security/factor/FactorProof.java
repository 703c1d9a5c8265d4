package io.hybridge.security.factor;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.PasswordRules;
import io.hybridge.security.passkey.PasskeyOffer;
import io.hybridge.security.passkey.PasskeyProof;
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

	private final PasskeyProof passkeys;

	FactorProof(PasswordProof passwords, SecondGuesses guesses, Authenticators authenticators, RecoveryCodes recovery,
			PasskeyProof passkeys) {
		this.passkeys = passkeys;
		this.passwords = passwords;
		this.guesses = guesses;
		this.authenticators = authenticators;
		this.recovery = recovery;
	}

	/** What a button needs to have a passkey used; null where the account has none. */
	PasskeyOffer passkey(Account account, HttpServletRequest request) {
		return this.passkeys.toUse(account, request.getServerName()).orElse(null);
	}

	/**
	 * Whether it is one of their passkeys, a code of their app, or one of their recovery
	 * codes; it is used up then.
	 */
	Verdict ofFactor(Account account, FactorForm form, SignInWay way, Errors errors) {
		if (form.isEmpty()) {
			errors.rejectValue("code", "factor.code.missing");
			return Verdict.NOT_ADMITTED;
		}
		Verdict verdict = this.guesses.of(account, way, () -> isRight(account, form));
		if (verdict != Verdict.RIGHT) {
			if (form.passkey().isEmpty()) {
				errors.rejectValue("code", "factor.code.wrong");
			}
			else {
				errors.reject("factor.passkey.wrong");
			}
		}
		return verdict;
	}

	private boolean isRight(Account account, FactorForm form) {
		if (!form.passkey().isEmpty()) {
			return this.passkeys.used(account, form.passkey());
		}
		return form.ofApp() ? this.authenticators.accepts(account.id(), form.digits())
				: this.recovery.spend(account.id(), form.recoveryCode());
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
