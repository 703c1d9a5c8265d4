package io.hybridge.security.signin;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
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

	private static final String NAMELESS = "?";

	private final Accounts accounts;

	private final PasswordHashing hashing;

	private final SignInThrottle throttle;

	private final AuditLog audit;

	private final TransactionOperations transaction;

	PasswordSignIn(Accounts accounts, PasswordHashing hashing, SignInThrottle throttle, AuditLog audit,
			TransactionOperations transaction) {
		this.accounts = accounts;
		this.hashing = hashing;
		this.throttle = throttle;
		this.audit = audit;
		this.transaction = transaction;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		UserName userName = UserName.of(attempt.getName());
		String password = String.valueOf(attempt.getCredentials());
		if (!userName.acceptable() || PasswordRules.tooLong(password)) {
			throw refusal();
		}
		ClientNetwork network = network(attempt);
		try {
			return this.hashing.inTurn(() -> decide(userName, password, network)).authentication();
		}
		catch (PasswordHashing.Busy ex) {
			throw new TooBusy();
		}
	}

	private Person decide(UserName userName, String password, ClientNetwork network) {
		boolean admitted = this.throttle.admits(userName, network);
		Optional<Account> account = this.accounts.findByUserName(userName.value());
		boolean right = this.hashing.matches(password,
				account.map(Account::passwordHash).orElse(PasswordHashing.NOBODY));
		Optional<Person> person = account.filter(Account::active)
			.filter((found) -> admitted && right)
			.map(Account::person);
		if (person.isPresent()) {
			this.throttle.forget(userName, network);
			record(AuditOutcome.DONE, person.get().actor(), network);
		}
		else if (admitted) {
			record(AuditOutcome.REFUSED, stranger(account), network);
		}
		return person.orElseThrow(this::refusal);
	}

	/** A name that nobody has may be a password typed into the wrong field. */
	private AuditActor stranger(Optional<Account> account) {
		return AuditActor.stranger(account.map((known) -> known.userName().value()).orElse(NAMELESS));
	}

	private void record(AuditOutcome outcome, AuditActor actor, ClientNetwork network) {
		AuditEntry entry = AuditEntry.of(AuditKind.SIGN_IN, outcome, actor).with("network", network.value());
		AuditEntry told = actor.name().equals(NAMELESS) ? entry.with("name", "unknown") : entry;
		this.transaction.executeWithoutResult((status) -> this.audit.append(told));
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
