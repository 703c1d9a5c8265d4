package io.hybridge.step.examination;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.organization.DomainName;

/**
 * What an organization should come to.
 *
 * @param organization its name
 * @param domain the tenant's domain
 * @param metadataUrl address the auth server must have, or empty where none is known for
 * its cloud
 * @param chosenCertificate the person's choice among several that are fit
 * @param newKeyIdentifier subject key identifier of a new certificate, if one must be
 * made: 32 hexadecimal digits
 * @param certificateSpread how long Exchange may need to hand the auth certificate on
 * @param nextEffective from when on the next certificate signs, where a plan has said so
 * @param cloud in which its tenant is
 */
public record TargetState(String organization, DomainName domain, String metadataUrl,
		Optional<Thumbprint> chosenCertificate, String newKeyIdentifier, Duration certificateSpread,
		Optional<Instant> nextEffective, KnownCloud cloud) {

	/** Name of the auth server that the article sets up; others are never touched. */
	public static final String AUTH_SERVER = "MicrosoftSts";

	/**
	 * Friendly name that the article gives to a new certificate.
	 */
	public static final String FRIENDLY_NAME = "Exchange S2S OAuth";

	public TargetState(String organization, DomainName domain, String metadataUrl,
			Optional<Thumbprint> chosenCertificate, String newKeyIdentifier, Duration certificateSpread) {
		this(organization, domain, metadataUrl, chosenCertificate, newKeyIdentifier, certificateSpread,
				Optional.empty(), KnownCloud.GLOBAL);
	}

	/** The same organization, with its tenant in a cloud. */
	public TargetState in(KnownCloud cloud, String metadataUrl) {
		return new TargetState(this.organization, this.domain, metadataUrl, this.chosenCertificate,
				this.newKeyIdentifier, this.certificateSpread, this.nextEffective, cloud);
	}

	/**
	 * Three days: a certificate needs 48 hours to spread, and a person some to decide.
	 */
	public static Instant soonest(Instant serverTime) {
		return serverTime.truncatedTo(ChronoUnit.HOURS).plus(3, ChronoUnit.DAYS);
	}

}
