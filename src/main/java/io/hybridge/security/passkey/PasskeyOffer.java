package io.hybridge.security.passkey;

/**
 * What a page says of a passkey.
 *
 * @param order for the browser; null where passkeys do not work at this address
 * @param elsewhere the address where they do; null where there is none, or it is this one
 */
public record PasskeyOffer(String order, String elsewhere) {

	@Override
	public String toString() {
		return "PasskeyOffer";
	}

}
