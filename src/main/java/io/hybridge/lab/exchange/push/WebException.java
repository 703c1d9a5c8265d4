package io.hybridge.lab.exchange.push;

import java.io.IOException;

/** A failure of the way to Microsoft 365, in the words of the .NET Framework. */
final class WebException extends IOException {

	WebException(String words) {
		super(words);
	}

}
