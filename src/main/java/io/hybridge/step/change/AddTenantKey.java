package io.hybridge.step.change;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.microsoft365.KeyPolicy;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.microsoft365.TenantReading.TenantKey;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.KeyFingerprints;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackResult.Unseen;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Adds a key to the principal Exchange Online, keeping all others.
 *
 * @param signer whose key
 * @param others fingerprints of the keys that must stay
 * @param longest how long the entry may last, empty where nothing limits it
 */
@JsonTypeName("add-tenant-key")
public record AddTenantKey(AuthCertificateRef signer, List<String> others,
		Optional<Duration> longest) implements Change {

	public AddTenantKey {
		longest = Objects.requireNonNullElseGet(longest, Optional::empty);
	}

	/**
	 * A key that lasts as long as its certificate.
	 * @param signer whose key
	 * @param others fingerprints of the keys that must stay
	 */
	public AddTenantKey(AuthCertificateRef signer, List<String> others) {
		this(signer, others, Optional.empty());
	}

	/**
	 * A key that lasts as long as its certificate, and as the tenant's policy lets it.
	 * @param signer whose key
	 * @param principal whose other keys stay
	 * @param policy of the tenant
	 * @return the change
	 */
	public static AddTenantKey to(Principal principal, KeyPolicy policy, AuthCertificateRef signer) {
		List<String> others = (signer instanceof AuthCertificateRef.Present present)
				? KeyFingerprints.besides(present.certificate().sha256(), principal) : KeyFingerprints.of(principal);
		return new AddTenantKey(signer, others, policy.longest());
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
		return certificate(observation).map((certificate) -> new RemoteCall.AddKey(certificate, this.longest));
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
		return this.signer.in(observation);
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return certificate(observation).map((certificate) -> judge(observation, certificate))
			.orElseGet(() -> new Unseen(""));
	}

	private ReadBackResult judge(Observation observation, Certificate certificate) {
		return ReadBack.inPrincipal(observation, this.others,
				(principal) -> principal.honored(certificate.sha256(), observation.takenAt())
					.<ReadBackResult>map((entry) -> new Desired(found(certificate, entry)))
					.orElseGet(() -> new Before("")));
	}

	/** With the entry's own end, which the service may have chosen. */
	private static String found(Certificate certificate, TenantKey entry) {
		String name = certificate.thumbprint().value();
		return (entry.end() != null) ? name + " … " + LocalDate.ofInstant(entry.end(), ZoneOffset.UTC) : name;
	}

	/** Found by what the journal knows, also where no server has the certificate. */
	@Override
	public WayBack wayBack(Observation observation, String found) {
		return observation.tenant()
			.seen()
			.map((tenant) -> tenant.principal()
				.map((principal) -> this.signer.madeAs(observation, found)
					.map((ours) -> from(ours, principal))
					.orElseGet(WayBack.Untold::new))
				.orElseGet(WayBack.Gone::new))
			.orElseGet(WayBack.Untold::new);
	}

	private static WayBack from(Thumbprint ours, Principal principal) {
		return principal.keys()
			.stream()
			.flatMap((key) -> key.certificate().stream())
			.filter((certificate) -> certificate.thumbprint().equals(ours))
			.findFirst()
			.<WayBack>map((certificate) -> new WayBack.By(RemoveTenantKey.of(certificate, principal)))
			.orElseGet(() -> principal.keys().stream().anyMatch(TenantKey::unread) ? new WayBack.Untold()
					: new WayBack.Gone());
	}

	/** Each key is an object of its own. */
	@Override
	public String changed() {
		return key() + " " + this.signer.name();
	}

}
