package io.hybridge.security.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import io.hybridge.security.stranger.ClientNetwork;
import io.hybridge.security.stranger.SealedCookies;

/**
 * How somebody comes who wants to sign in.
 *
 * @param network where from
 * @param device random text that this browser was given at a former sign-in, if any
 */
public record SignInWay(ClientNetwork network, Optional<String> device) {

	public static SignInWay of(HttpServletRequest request, SealedCookies cookies) {
		return new SignInWay(ClientNetwork.of(request.getRemoteAddr()), cookies.find(KnownDevices.COOKIE, request));
	}

	@Override
	public String toString() {
		return this.network.toString();
	}

}
