package io.hybridge.enablement.steps;

import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.enablement.steps.Judgment.Before;
import io.hybridge.enablement.steps.Judgment.Desired;
import io.hybridge.enablement.steps.Judgment.Other;
import io.hybridge.enablement.steps.Judgment.Unseen;
import io.hybridge.microsoft365.TenantReading;

/**
 * Adds a key to the principal Exchange Online, keeping all others.
 *
 * @param signer whose key
 * @param others fingerprints of the keys that must stay
 */
public record AddTenantKey(Signer signer, List<String> others) implements Change {

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
		return this.signer instanceof Signer.ToBeMade;
	}

	/**
	 * The certificate whose key is added.
	 * @param world what was seen
	 * @return the certificate, or empty while it is not made or not seen
	 */
	public Optional<Certificate> certificate(World world) {
		return switch (this.signer) {
			case Signer.Present present -> Optional.of(present.certificate());
			case Signer.ToBeMade made -> world.exchange().seen().flatMap(made::in);
		};
	}

	@Override
	public Judgment judge(World world) {
		return certificate(world).map((certificate) -> judge(world, certificate)).orElseGet(() -> new Unseen(""));
	}

	private Judgment judge(World world, Certificate certificate) {
		return Look.inPrincipal(world, (principal) -> {
			List<String> lost = Fingerprints.lost(this.others, principal);
			if (!lost.isEmpty()) {
				return new Other(lost.toString());
			}
			return principal.key(certificate.sha256()).isPresent() ? new Desired(certificate.thumbprint().value())
					: new Before("");
		});
	}

	@Override
	public Optional<Change> inverse(World world) {
		return certificate(world).flatMap((certificate) -> world.tenant()
			.seen()
			.flatMap(TenantReading.Seen::principal)
			.filter((principal) -> principal.key(certificate.sha256()).isPresent())
			.map((principal) -> RemoveTenantKey.of(certificate, principal)));
	}

}
