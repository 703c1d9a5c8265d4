package io.hybridge.security.signin;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.PasswordRules;
import io.hybridge.security.account.Person;
import io.hybridge.security.account.TooBusy;
import io.hybridge.security.account.UserName;

/**
 * Signs a person in with user name and password. Unknown user, wrong password, closed
 * account and throttled guessing get the same answer after the same work.
 */
@Component
public class PasswordSignIn implements AuthenticationProvider {

	private final Accounts accounts;

	private final PasswordProof proof;

	private final SignInAudit record;

	PasswordSignIn(Accounts accounts, PasswordProof proof, SignInAudit record) {
		this.accounts = accounts;
		this.proof = proof;
		this.record = record;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		UserName userName = UserName.of(attempt.getName());
		String password = String.valueOf(attempt.getCredentials());
		if (!userName.acceptable() || PasswordRules.tooLong(password)) {
			throw refusal();
		}
		try {
			return decide(userName, password, network(attempt)).authentication();
		}
		catch (PasswordHashing.Busy ex) {
			throw new TooBusy();
		}
	}

	private Person decide(UserName userName, String password, ClientNetwork network) {
		Optional<Account> known = this.accounts.findByUserName(userName.value());
		Optional<Account> open = known.filter(Account::active);
		switch (this.proof.of(userName, open, password, network)) {
			case RIGHT -> this.record.done(open.orElseThrow(), network);
			case WRONG -> {
				this.record.refused(known, network);
				throw refusal();
			}
			case NOT_ADMITTED -> throw refusal();
		}
		return open.orElseThrow().person();
	}

	private ClientNetwork network(Authentication attempt) {
		return (attempt.getDetails() instanceof WebAuthenticationDetails details)
				? ClientNetwork.of(details.getRemoteAddress()) : ClientNetwork.of("?");
	}

	private BadCredentialsException refusal() {
		return new BadCredentialsException("Refused");
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
