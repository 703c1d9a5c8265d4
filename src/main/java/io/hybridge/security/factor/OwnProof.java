package io.hybridge.security.factor;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.session.Sessions;
import io.hybridge.security.signin.SignInWay;
import io.hybridge.security.stranger.SealedCookies;

/** Lets nobody but its owner change a factor, whoever found their session open. */
@Component
class OwnProof {

	private final FactorProof proof;

	private final SealedCookies cookies;

	private final Sessions sessions;

	OwnProof(FactorProof proof, SealedCookies cookies, Sessions sessions) {
		this.proof = proof;
		this.cookies = cookies;
		this.sessions = sessions;
	}

	boolean given(Account account, FactorForm form, Errors errors, HttpServletRequest request) {
		this.proof.ofBoth(account, form, SignInWay.of(request, this.cookies), errors);
		return !errors.hasErrors();
	}

	/** Sessions elsewhere end; this one goes on under a new id. */
	void renewSession(SignedIn person, HttpServletRequest request) {
		this.sessions.endOthersOf(person.accountId(), request.getSession().getId());
		request.changeSessionId();
	}

}
