package io.hybridge.microsoft365.confirmation;

import java.util.Optional;

import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.TenantDiscovery;

/**
 * What a cloud said of a domain.
 *
 * @param asked which cloud
 * @param cloud in which the tenant is, or null where nothing told
 * @param code key below {@code failure.} in the messages, or null where a cloud is told
 * @param evidence what was asked and answered, word for word
 * @param discovery as it was understood, or null where no answer came
 */
record CloudAnswer(KnownCloud asked, KnownCloud cloud, String code, String evidence, TenantDiscovery discovery) {

	static CloudAnswer of(KnownCloud asked, TenantDiscovery discovery) {
		return switch (discovery) {
			case TenantDiscovery.Found found -> new CloudAnswer(asked, asked, null, found.evidence(), found);
			case TenantDiscovery.NotFound missing ->
				new CloudAnswer(asked, null, "microsoft365.unknown-domain", missing.evidence(), missing);
			case TenantDiscovery.Refused refused ->
				new CloudAnswer(asked, null, "microsoft365.lookup-refused", refused.evidence(), refused);
			case TenantDiscovery.OtherCloud other -> new CloudAnswer(asked, other.cloud().orElse(null),
					other.cloud().isPresent() ? null : "microsoft365.cloud-not-told", other.evidence(), other);
		};
	}

	static CloudAnswer failed(KnownCloud asked, String code, String evidence) {
		return new CloudAnswer(asked, null, code, evidence, null);
	}

	/** The tenant, where it is in this cloud. */
	Optional<TenantDiscovery.Found> tenantIn(KnownCloud known) {
		return (this.asked == known && this.discovery instanceof TenantDiscovery.Found found) ? Optional.of(found)
				: Optional.empty();
	}

	public KnownCloud getAsked() {
		return this.asked;
	}

	public KnownCloud getCloud() {
		return this.cloud;
	}

	public String getCode() {
		return this.code;
	}

	public String getEvidence() {
		return this.evidence;
	}

}
