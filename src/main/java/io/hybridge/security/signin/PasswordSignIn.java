package io.hybridge.security.signin;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.PasswordRules;
import io.hybridge.security.account.Person;
import io.hybridge.security.account.TooBusy;
import io.hybridge.security.account.UserName;
import io.hybridge.security.proof.CodeAwaited;
import io.hybridge.security.proof.SecondStep;

/**
 * Signs a person in with user name and password, or leads them to the second step.
 * Unknown user, wrong password, closed account and throttled guessing get the same
 * answer, the first three after the same work.
 */
@Component
public class PasswordSignIn implements AuthenticationProvider {

	private final Accounts accounts;

	private final PasswordProof proof;

	private final SecondStep second;

	private final SignInAudit record;

	PasswordSignIn(Accounts accounts, PasswordProof proof, SecondStep second, SignInAudit record) {
		this.accounts = accounts;
		this.proof = proof;
		this.second = second;
		this.record = record;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		UserName userName = UserName.of(attempt.getName());
		String password = String.valueOf(attempt.getCredentials());
		if (!userName.acceptable() || PasswordRules.tooLong(password)) {
			throw refusal();
		}
		SignInWay way = (SignInWay) attempt.getDetails();
		UsernamePasswordAuthenticationToken person = decide(userName, password, way).authentication();
		person.setDetails(way.network().value());
		return person;
	}

	private Person decide(UserName userName, String password, SignInWay way) {
		Optional<Account> known = this.accounts.findByUserName(userName.value());
		Optional<Account> open = known.filter(Account::active);
		try {
			switch (this.proof.of(userName, open, password, way)) {
				case RIGHT -> enter(open.orElseThrow(), way);
				case WRONG -> {
					this.record.refused(known, way.network());
					throw refusal();
				}
				case NOT_ADMITTED -> {
					this.record.notLookedAt(known, "throttled", way.network());
					throw refusal();
				}
			}
		}
		catch (PasswordHashing.Busy ex) {
			this.record.notLookedAt(known, "busy", way.network());
			throw new TooBusy();
		}
		return open.orElseThrow().person();
	}

	private void enter(Account account, SignInWay way) {
		if (this.second.awaits(account.id())) {
			this.record.halfDone(account, way.network());
			throw new CodeAwaited(account);
		}
		this.record.done(account, way.network());
	}

	private BadCredentialsException refusal() {
		return new BadCredentialsException("Refused");
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
