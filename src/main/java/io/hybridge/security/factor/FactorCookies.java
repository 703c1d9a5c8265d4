package io.hybridge.security.factor;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import io.hybridge.security.account.SignedIn;
import io.hybridge.security.stranger.SealedCookies;

/**
 * What a page of the second factor needs from one request to the next: sealed in the
 * person’s browser, so that nothing of it stands in the database before it counts, and no
 * recovery code ever.
 */
@Component
class FactorCookies {

	static final String SECRET = "APP";

	static final String CODES = "CODES";

	private static final Duration TO_ADD = Duration.ofMinutes(30);

	private static final Duration TO_SHOW = Duration.ofMinutes(2);

	private final SealedCookies cookies;

	private final SecureRandom random = new SecureRandom();

	FactorCookies(SealedCookies cookies) {
		this.cookies = cookies;
	}

	/** The secret that this person is about to add. */
	Optional<TotpSecret> secret(SignedIn person, HttpServletRequest request) {
		return own(SECRET, person, request).map(TotpSecret::new);
	}

	TotpSecret newSecret(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
		TotpSecret secret = TotpSecret.random(this.random);
		this.cookies.keep(SECRET, person.accountId() + " " + secret.base32(), TO_ADD, request, response);
		return secret;
	}

	void added(List<RecoveryCode> codes, SignedIn person, HttpServletRequest request, HttpServletResponse response) {
		this.cookies.forget(SECRET, request, response);
		String text = codes.stream().map(RecoveryCode::text).collect(Collectors.joining(","));
		this.cookies.keep(CODES, person.accountId() + " " + text, TO_SHOW, request, response);
	}

	/** The new recovery codes, which nobody sees a second time. */
	List<RecoveryCode> codesOnce(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
		List<RecoveryCode> codes = own(CODES, person, request).stream()
			.flatMap((text) -> Stream.of(text.split(",")))
			.map(RecoveryCode::new)
			.toList();
		this.cookies.forget(CODES, request, response);
		return codes;
	}

	private Optional<String> own(String name, SignedIn person, HttpServletRequest request) {
		String whose = person.accountId() + " ";
		return this.cookies.find(name, request)
			.filter((text) -> text.startsWith(whose))
			.map((text) -> text.substring(whose.length()));
	}

}
