package io.hybridge.security;

import org.springframework.security.core.AuthenticationException;

/** Nobody looked at the password: too many others are being checked. */
class TooBusy extends AuthenticationException {

	TooBusy() {
		super("Busy");
	}

}
