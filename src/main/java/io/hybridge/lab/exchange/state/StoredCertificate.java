package io.hybridge.lab.exchange.state;

import java.util.Set;

import io.hybridge.certificate.Certificate;

/**
 * A certificate in the store of a lab server, with the key it signs with.
 *
 * @param certificate its public part
 * @param privateKey base64 of its PKCS #8 encoding
 * @param friendlyName property of the store, not of the certificate
 * @param services what it is enabled for, in Exchange's order
 * @param exportable whether the key may travel to the other servers
 */
public record StoredCertificate(Certificate certificate, String privateKey, String friendlyName, Set<String> services,
		boolean exportable) {

	public String thumbprint() {
		return this.certificate.thumbprint().value();
	}

	@Override
	public String toString() {
		return this.certificate + " " + this.services;
	}

}
