package io.hybridge.step.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.certificate.Certificate;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackResult.Other;
import io.hybridge.step.readback.ReadBackResult.Unseen;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Adds a key to the principal Exchange Online, keeping all others.
 *
 * @param signer whose key
 * @param others fingerprints of the keys that must stay
 */
@JsonTypeName("add-tenant-key")
public record AddTenantKey(AuthCertificateRef signer, List<String> others) implements Change {

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
	public ChangeValue shownBefore() {
		return ChangeValue.words("change.keys", this.others.size());
	}

	@Override
	public ChangeValue shownAfter() {
		return ChangeValue.words("change.keys-and", this.others.size() + 1, this.others.size(), this.signer.brief());
	}

	@Override
	public Command command() {
		return new Command.KeyRequest(this.others.size(), "+ " + this.signer.brief());
	}

	@Override
	public Map<String, String> audited() {
		return Map.of("before", "", "after", after(), "keys", before());
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return certificate(observation).map(RemoteCall.AddKey::new);
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Principal(this.signer instanceof AuthCertificateRef.ToBeMade);
	}

	/**
	 * The certificate whose key is added.
	 * @return the certificate, or empty while it is not made or not seen
	 */
	public Optional<Certificate> certificate(Observation observation) {
		return switch (this.signer) {
			case AuthCertificateRef.Present present -> Optional.of(present.certificate());
			case AuthCertificateRef.ToBeMade made -> observation.exchange().seen().flatMap(made::in);
		};
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return certificate(observation).map((certificate) -> judge(observation, certificate))
			.orElseGet(() -> new Unseen(""));
	}

	private ReadBackResult judge(Observation observation, Certificate certificate) {
		return ReadBack.inPrincipal(observation, (principal) -> {
			List<String> lost = KeyFingerprints.lost(this.others, principal);
			if (!lost.isEmpty()) {
				return new Other(lost.toString());
			}
			return principal.key(certificate.sha256()).isPresent() ? new Desired(certificate.thumbprint().value())
					: new Before("");
		});
	}

	@Override
	public Optional<Change> inverse(Observation observation) {
		return certificate(observation).flatMap((certificate) -> observation.tenant()
			.seen()
			.flatMap(TenantReading.Seen::principal)
			.filter((principal) -> principal.key(certificate.sha256()).isPresent())
			.map((principal) -> RemoveTenantKey.of(certificate, principal)));
	}

}
