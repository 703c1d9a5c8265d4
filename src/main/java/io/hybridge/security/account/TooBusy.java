package io.hybridge.security.account;

import org.springframework.security.core.AuthenticationException;

/** Nobody looked at the password: too many others are being checked. */
public class TooBusy extends AuthenticationException {

	public TooBusy() {
		super("Busy");
	}

}
