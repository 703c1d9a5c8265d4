package io.hybridge.lab.tenant.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.hybridge.certificate.Certificate;

/**
 * A key on a service principal. Only the bytes of its certificate count when a signature
 * is checked; everything else is text.
 *
 * @param keyId given by the tenant
 * @param displayName may be null
 * @param customKeyIdentifier the thumbprint as text
 * @param startDateTime from when it is honored
 * @param endDateTime until when
 * @param key base64 of the certificate
 */
public record TenantKey(String keyId, String displayName, String customKeyIdentifier, String startDateTime,
		String endDateTime, String key) {

	public static TenantKey of(Certificate certificate, String displayName) {
		return new TenantKey(UUID.randomUUID().toString(), displayName, certificate.thumbprint().value(),
				certificate.notBefore().truncatedTo(ChronoUnit.SECONDS).toString(),
				certificate.notAfter().truncatedTo(ChronoUnit.SECONDS).toString(), certificate.base64());
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
		shown.put("type", "AsymmetricX509Cert");
		shown.put("usage", "Verify");
		return shown;
	}

}
