package io.hybridge.security.signin;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.Person;
import io.hybridge.security.stranger.SealedCookies;

/**
 * Gives a browser in which somebody has signed in a sealed, random cookie, so that this
 * person has a way of their own there the next time: strangers can neither close nor fill
 * it, also where all come through one proxy.
 */
@Component
public class KnownDevices {

	static final String COOKIE = "DEVICE";

	private static final int BYTES = 32;

	private final SealedCookies cookies;

	private final KnownWays ways;

	private final SecureRandom random = new SecureRandom();

	KnownDevices(SealedCookies cookies, KnownWays ways) {
		this.cookies = cookies;
		this.ways = ways;
	}

	public AuthenticationSuccessHandler rememberedBefore(AuthenticationSuccessHandler next) {
		return (request, response, authentication) -> {
			remember(((Person) authentication.getPrincipal()).accountId(), request, response);
			next.onAuthenticationSuccess(request, response, authentication);
		};
	}

	/** Knows this browser from now on for who has proved to own the account. */
	public void remember(long account, HttpServletRequest request, HttpServletResponse response) {
		SignInWay way = SignInWay.of(request, this.cookies);
		String device = way.device().orElseGet(this::random);
		this.ways.remember(account, way.network(), device);
		this.cookies.keep(COOKIE, device, KnownWays.LASTS, request, response);
	}

	private String random() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
