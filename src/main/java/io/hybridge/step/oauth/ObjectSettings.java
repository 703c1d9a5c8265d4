package io.hybridge.step.oauth;

import java.util.Optional;

import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.SeenObject;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.readback.Place;
import io.hybridge.web.text.StoredMessage;

/**
 * Tells of the objects of a look where each was seen and what is wanted of it. Of what is
 * only good to know nothing is wanted.
 *
 * @param answeredBy the server that told of the organization
 * @param signer whose key the tenant must know, where that is decided
 */
public record ObjectSettings(String answeredBy, Optional<AuthCertificateRef> signer, TargetState target) {

	public Finding around(Finding finding) {
		return finding.object()
			.map((object) -> finding.on(where(finding, object), wanted(finding, object)))
			.orElse(finding);
	}

	private String where(Finding finding, SeenObject object) {
		if (finding.setting().where() != null) {
			return finding.setting().where();
		}
		return switch (object) {
			case SERVICE_PRINCIPAL, TENANT_KEY, OTHER_KEY, KEY_POLICY -> Place.MICROSOFT_365.label();
			case AUTH_CERTIFICATE -> finding.subject().equals(AuthCertificateChoice.OBJECT) ? this.answeredBy : null;
			case NEXT_CERTIFICATE, AUTH_CONFIGURATION, AUTH_SERVER, PARTNER_APPLICATION, PUSH_PROXY, PROXY_LOOK ->
				this.answeredBy;
			case PROXY_ENTRY, PROXY_RECORD -> null;
		};
	}

	private StoredMessage wanted(Finding finding, SeenObject object) {
		if (finding.verdict() == FindingLevel.NOTE) {
			return null;
		}
		return switch (object) {
			case AUTH_CERTIFICATE -> StoredMessage.of("wanted.auth-certificate");
			case NEXT_CERTIFICATE -> StoredMessage.of("wanted.next-certificate");
			case AUTH_CONFIGURATION -> StoredMessage.of("seen.service-name", Microsoft365.EXCHANGE_ONLINE);
			case AUTH_SERVER -> StoredMessage.of("wanted.auth-server", this.target.metadataUrl());
			case PARTNER_APPLICATION -> StoredMessage.of("change.enabled");
			case SERVICE_PRINCIPAL -> StoredMessage.of("wanted.there");
			case TENANT_KEY ->
				this.signer.map((certificate) -> StoredMessage.of("wanted.tenant-key", certificate.brief()))
					.orElseGet(() -> StoredMessage.of("wanted.tenant-key-undecided"));
			case PUSH_PROXY -> StoredMessage.of("change.enabled-for", this.target.domain().value());
			case OTHER_KEY, KEY_POLICY, PROXY_LOOK, PROXY_ENTRY, PROXY_RECORD -> null;
		};
	}

}
