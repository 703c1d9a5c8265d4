package io.hybridge.security.setup;

import java.util.Locale;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.Guest;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.Person;
import io.hybridge.security.account.UserName;

/**
 * Turns an empty console into one with exactly one administrator. The key of the table,
 * not a check, decides between simultaneous attempts.
 */
@Component
public class FirstRun {

	private final FirstAdministrator administrator;

	private final PasswordHashing hashing;

	private final SetupCode code;

	private volatile boolean done;

	FirstRun(FirstAdministrator administrator, PasswordHashing hashing, SetupCode code) {
		this.administrator = administrator;
		this.hashing = hashing;
		this.code = code;
	}

	boolean done() {
		if (!this.done) {
			this.done = this.administrator.exists();
		}
		return this.done;
	}

	/**
	 * Creates the administrator.
	 * @param pass that the set-up code gave
	 * @param userName to sign in with
	 * @param displayName as shown
	 * @param password within the rules
	 * @param language of the page it was asked on
	 * @return who it is now
	 * @throws AlreadyDone when somebody else was first, or the pass is none
	 */
	Person complete(String pass, UserName userName, String displayName, String password, Locale language) {
		return this.hashing.inTurn(Guest.known("set-up"), () -> {
			if (done() || !this.code.honors(pass)) {
				throw new AlreadyDone();
			}
			return create(userName, displayName, this.hashing.hash(password), language);
		});
	}

	private Person create(UserName userName, String displayName, String hash, Locale language) {
		try {
			Person person = this.administrator.create(userName, displayName, hash, language);
			this.done = true;
			this.code.used();
			return person;
		}
		catch (DataIntegrityViolationException ex) {
			throw new AlreadyDone();
		}
	}

	/** The console has its administrator already. */
	static class AlreadyDone extends RuntimeException {

	}

}
