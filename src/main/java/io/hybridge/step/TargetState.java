package io.hybridge.step;

import java.time.Duration;
import java.util.Optional;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.organization.DomainName;

/**
 * What an organization should come to.
 *
 * @param organization its name
 * @param domain the tenant's domain
 * @param metadataUrl address the auth server must have
 * @param chosenCertificate the person's choice among several that are fit
 * @param newKeyIdentifier subject key identifier of a new certificate, if one must be
 * made: 32 hexadecimal digits
 * @param certificateSpread how long Exchange may need to hand the auth certificate on
 */
public record TargetState(String organization, DomainName domain, String metadataUrl,
		Optional<Thumbprint> chosenCertificate, String newKeyIdentifier, Duration certificateSpread) {

	/** Name of the auth server that the article sets up; others are never touched. */
	public static final String AUTH_SERVER = "MicrosoftSts";

	/**
	 * Friendly name that the article gives to a new certificate.
	 */
	public static final String FRIENDLY_NAME = "Exchange S2S OAuth";

}
