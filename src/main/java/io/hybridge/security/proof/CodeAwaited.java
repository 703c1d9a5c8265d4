package io.hybridge.security.proof;

import org.springframework.security.core.AuthenticationException;

import io.hybridge.security.account.Account;

/** The password was right; nobody is signed in before the second factor is, too. */
public class CodeAwaited extends AuthenticationException {

	private final transient Account account;

	public CodeAwaited(Account account) {
		super("A second factor is awaited");
		this.account = account;
	}

	public Account account() {
		return this.account;
	}

}
