package io.hybridge.exchange.winrm.signin;

import java.io.IOException;

/** A message that is not sealed, or not by the other side of this conversation. */
public class AlteredMessage extends IOException {

	public AlteredMessage(String what) {
		super(what);
	}

}
