package io.hybridge.exchange.link;

/**
 * A realm has other KDCs in another link. The Java runtime knows a realm once only,
 * whoever asks.
 */
public class KerberosRealmTaken extends IllegalArgumentException {

	private final String realm;

	KerberosRealmTaken(String realm) {
		super("The realm " + realm + " has other KDCs in another link");
		this.realm = realm;
	}

	public String realm() {
		return this.realm;
	}

}
