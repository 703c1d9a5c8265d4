package io.hybridge.security.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.stranger.SealedCookies;

/**
 * Whose password was right a moment ago, kept sealed in the browser that sent it. Until
 * the second factor is right, too, there is no session and nobody is signed in.
 */
@Component
public class HalfSignIn {

	static final String COOKIE = "HALF";

	static final Duration LASTS = Duration.ofMinutes(10);

	private final SealedCookies cookies;

	private final Accounts accounts;

	private final Clock clock;

	HalfSignIn(SealedCookies cookies, Accounts accounts, Clock clock) {
		this.cookies = cookies;
		this.accounts = accounts;
		this.clock = clock;
	}

	public void keep(Account account, HttpServletRequest request, HttpServletResponse response) {
		String until = Long.toString(this.clock.instant().plus(LASTS).toEpochMilli());
		this.cookies.keep(COOKIE, until + " " + account.id() + " " + password(account), LASTS, request, response);
	}

	/** The account, unless it took too long, or was closed or given another password. */
	public Optional<Account> find(HttpServletRequest request) {
		return this.cookies.find(COOKIE, request)
			.map((text) -> text.split(" "))
			.filter(this::lasts)
			.flatMap(this::account);
	}

	public void forget(HttpServletRequest request, HttpServletResponse response) {
		this.cookies.forget(COOKIE, request, response);
	}

	private boolean lasts(String[] kept) {
		return this.clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(kept[0])));
	}

	private Optional<Account> account(String[] kept) {
		return this.accounts.findById(Long.parseLong(kept[1]))
			.filter((account) -> account.active() && password(account).equals(kept[2]));
	}

	private static String password(Account account) {
		return DigestUtils.sha256Hex(account.passwordHash());
	}

}
