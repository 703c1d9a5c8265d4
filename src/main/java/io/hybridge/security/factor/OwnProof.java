package io.hybridge.security.factor;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.passkey.PasskeyOffer;
import io.hybridge.security.proof.Proof;
import io.hybridge.security.proof.Proofs;
import io.hybridge.security.session.Sessions;
import io.hybridge.security.signin.SignInWay;
import io.hybridge.security.stranger.SealedCookies;

/** Lets whoever found a session open do nothing that its owner must have meant. */
@Component
public class OwnProof {

	private final FactorProof proof;

	private final SealedCookies cookies;

	private final Sessions sessions;

	private final Accounts accounts;

	private final Proofs proofs;

	OwnProof(FactorProof proof, SealedCookies cookies, Sessions sessions, Accounts accounts, Proofs proofs) {
		this.proof = proof;
		this.cookies = cookies;
		this.sessions = sessions;
		this.accounts = accounts;
		this.proofs = proofs;
	}

	public boolean isByFactor(SignedIn person) {
		return this.proofs.demandsFactor(person.accountId());
	}

	/** What a button needs to have a passkey used; null where the person has none. */
	public PasskeyOffer passkey(SignedIn person, HttpServletRequest request) {
		return this.proof.passkey(this.accounts.require(person.accountId()), request);
	}

	/**
	 * Looks at the factor of who has one, and at the password of who has none. Where it
	 * is right the session goes on under a new id, freshly proved.
	 */
	public void again(SignedIn person, FactorForm form, Errors errors, HttpServletRequest request) {
		Account account = this.accounts.require(person.accountId());
		if (isByFactor(person)) {
			this.proof.ofFactor(account, form, SignInWay.of(request, this.cookies), errors);
		}
		else {
			this.proof.ofPassword(account, form, errors);
		}
		if (!errors.hasErrors()) {
			request.changeSessionId();
			this.proofs.keep(isByFactor(person) ? Proof.Kind.FACTOR : Proof.Kind.PASSWORD, request);
		}
	}

	/** Whether the password is right; the factor was proved a moment ago. */
	boolean given(Account account, FactorForm form, Errors errors) {
		this.proof.ofPassword(account, form, errors);
		return !errors.hasErrors();
	}

	/** Sessions elsewhere end; this one goes on under a new id, freshly proved. */
	void renewSession(SignedIn person, Proof.Kind proof, HttpServletRequest request) {
		this.sessions.endOthersOf(person.accountId(), request.getSession().getId());
		request.changeSessionId();
		this.proofs.keep(proof, request);
	}

}
