package io.hybridge.step.change;

import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.step.change.ReadBackResult.Before;
import io.hybridge.step.change.ReadBackResult.Desired;
import io.hybridge.step.change.ReadBackResult.Other;
import io.hybridge.step.change.ReadBackResult.Unseen;
import io.hybridge.step.observation.Observation;

/**
 * Adds a key to the principal Exchange Online, keeping all others.
 *
 * @param signer whose key
 * @param others fingerprints of the keys that must stay
 */
public record AddTenantKey(AuthCertificateRef signer, List<String> others) implements Change {

	@Override
	public String key() {
		return "add-tenant-key";
	}

	@Override
	public String object() {
		return "Exchange Online";
	}

	@Override
	public String before() {
		return Integer.toString(this.others.size());
	}

	@Override
	public String after() {
		return this.signer.brief();
	}

	@Override
	public boolean inTenant() {
		return true;
	}

	@Override
	public boolean needsOnPremises() {
		return this.signer instanceof AuthCertificateRef.ToBeMade;
	}

	/**
	 * The certificate whose key is added.
	 * @param world what was seen
	 * @return the certificate, or empty while it is not made or not seen
	 */
	public Optional<Certificate> certificate(Observation world) {
		return switch (this.signer) {
			case AuthCertificateRef.Present present -> Optional.of(present.certificate());
			case AuthCertificateRef.ToBeMade made -> world.exchange().seen().flatMap(made::in);
		};
	}

	@Override
	public ReadBackResult judge(Observation world) {
		return certificate(world).map((certificate) -> judge(world, certificate)).orElseGet(() -> new Unseen(""));
	}

	private ReadBackResult judge(Observation world, Certificate certificate) {
		return ReadBack.inPrincipal(world, (principal) -> {
			List<String> lost = KeyFingerprints.lost(this.others, principal);
			if (!lost.isEmpty()) {
				return new Other(lost.toString());
			}
			return principal.key(certificate.sha256()).isPresent() ? new Desired(certificate.thumbprint().value())
					: new Before("");
		});
	}

	@Override
	public Optional<Change> inverse(Observation world) {
		return certificate(world).flatMap((certificate) -> world.tenant()
			.seen()
			.flatMap(TenantReading.Seen::principal)
			.filter((principal) -> principal.key(certificate.sha256()).isPresent())
			.map((principal) -> RemoveTenantKey.of(certificate, principal)));
	}

}
