package io.hybridge.lab.tenant.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.hybridge.certificate.Certificate;

/**
 * What the principal knows of the organization's auth certificate as a scenario begins.
 */
public enum RegisteredKeys {

	/** Nothing. */
	NONE,
	/** Its key, as long as the certificate lasts. */
	ONE,
	/** An entry that ended a month ago, while the certificate is good. */
	ENDED,
	/** An entry that was uploaded for signing. */
	FOR_SIGNING,
	/** Two entries. */
	TWICE;

	List<TenantKey> of(Certificate certificate, Instant now) {
		return switch (this) {
			case NONE -> List.of();
			case ONE -> List.of(TenantKey.of(certificate, null));
			case ENDED ->
				List.of(TenantKey.of(certificate, null, certificate.notBefore(), now.minus(Duration.ofDays(30))));
			case FOR_SIGNING -> List.of(TenantKey.of(certificate, null).forSigning());
			case TWICE -> List.of(TenantKey.of(certificate, null), TenantKey.of(certificate, "Exchange S2S OAuth"));
		};
	}

}
