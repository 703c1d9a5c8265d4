package io.hybridge.lab.tenant.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.hybridge.certificate.Certificate;

/**
 * A key on a service principal. Only the bytes of its certificate, its dates and its use
 * count when a signature is checked; everything else is text.
 *
 * @param keyId given by the tenant
 * @param displayName may be null
 * @param customKeyIdentifier the thumbprint as text
 * @param startDateTime from when it is honored
 * @param endDateTime until when
 * @param key base64 of the certificate
 * @param type of the key
 * @param usage what it may be used for
 */
public record TenantKey(String keyId, String displayName, String customKeyIdentifier, String startDateTime,
		String endDateTime, String key, String type, String usage) {

	public static final String CERTIFICATE = "AsymmetricX509Cert";

	public static final String VERIFY = "Verify";

	public TenantKey {
		type = Objects.requireNonNullElse(type, CERTIFICATE);
		usage = Objects.requireNonNullElse(usage, VERIFY);
	}

	public static TenantKey of(Certificate certificate, String displayName) {
		return of(certificate, displayName, certificate.notBefore(), certificate.notAfter());
	}

	public static TenantKey of(Certificate certificate, String displayName, Instant start, Instant end) {
		return new TenantKey(UUID.randomUUID().toString(), displayName, certificate.thumbprint().value(),
				start.truncatedTo(ChronoUnit.SECONDS).toString(), end.truncatedTo(ChronoUnit.SECONDS).toString(),
				certificate.base64(), CERTIFICATE, VERIFY);
	}

	/** The same key, uploaded for signing. */
	TenantKey forSigning() {
		return new TenantKey(this.keyId, this.displayName, this.customKeyIdentifier, this.startDateTime,
				this.endDateTime, this.key, "X509CertAndPassword", "Sign");
	}

	/** Whether signatures are checked with it. */
	public boolean verifies() {
		return CERTIFICATE.equals(this.type) && VERIFY.equals(this.usage);
	}

	public Certificate certificate() {
		return Certificate.ofBase64(this.key);
	}

	public boolean expiredAt(Instant now) {
		return !now.isBefore(Instant.parse(this.endDateTime));
	}

	public Map<String, Object> shown(boolean withBytes) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("customKeyIdentifier", this.customKeyIdentifier);
		shown.put("displayName", this.displayName);
		shown.put("endDateTime", this.endDateTime);
		shown.put("key", withBytes ? this.key : null);
		shown.put("keyId", this.keyId);
		shown.put("startDateTime", this.startDateTime);
		shown.put("type", this.type);
		shown.put("usage", this.usage);
		return shown;
	}

}
