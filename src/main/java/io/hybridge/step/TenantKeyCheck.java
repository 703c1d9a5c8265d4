package io.hybridge.step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.microsoft365.TenantReading.TenantKey;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.AuthCertificateRef;
import io.hybridge.step.change.KeyFingerprints;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.web.text.StoredMessage;

/**
 * Is the signer's key on the principal Exchange Online? Lists whatever else is there; the
 * keys of others are never touched.
 */
final class TenantKeyCheck {

	private static final String PRINCIPAL = "Exchange Online";

	private final Observation observation;

	private final ExchangeState exchange;

	private final ExaminationBuilder notes;

	TenantKeyCheck(Observation observation, ExchangeState exchange, ExaminationBuilder notes) {
		this.observation = observation;
		this.exchange = exchange;
		this.notes = notes;
	}

	/**
	 * Looks at the principal.
	 * @param signer whose key must be there, empty while it is not decided
	 * @param target for the texts
	 */
	void examine(Optional<AuthCertificateRef> signer, TargetState target) {
		switch (this.observation.tenant()) {
			case Reading.Seen<TenantReading.Seen>(TenantReading.Seen tenant) -> tenant.principal()
				.ifPresentOrElse((principal) -> signer.ifPresent((key) -> examine(principal, key, tenant)),
						() -> this.notes.found(Finding.of("PRINCIPAL-MISSING", FindingLevel.BLOCKS, PRINCIPAL,
								StoredMessage.of("seen.absent"), tenant.displayName())));
			case Reading.NotSeen<TenantReading.Seen>(var failure) ->
				this.notes.found(UnreachableFindings.tenant(failure));
			case Reading.SignInNeeded<TenantReading.Seen>() ->
				this.notes.found(UnreachableFindings.signInNeeded(target));
			case Reading.NotAsked<TenantReading.Seen>() -> throw Reading.notAsked("The tenant");
		}
	}

	private void examine(Principal principal, AuthCertificateRef signer, TenantReading.Seen tenant) {
		Optional<String> ours = signer.in(this.exchange).map(Certificate::sha256);
		boolean there = ours.flatMap(principal::key).isPresent();
		this.notes.found((there ? present(principal, signer) : missing(principal, signer, tenant))
			.shownBy("Microsoft Graph", tenant.evidence()));
		List<TenantKey> foreign = principal.keys().stream().filter((key) -> !is(key, ours)).toList();
		foreign.forEach((key) -> this.notes.found(foreign(key)));
		if (!foreign.isEmpty()) {
			this.notes.leaves(StoredMessage.of("untouched.keys", foreign.size()));
		}
	}

	private static Finding present(Principal principal, AuthCertificateRef signer) {
		return Finding.of("TENANT-KEY-MEETS", FindingLevel.MEETS, PRINCIPAL,
				StoredMessage.of("seen.keys-with-ours", principal.keys().size(), signer.brief()));
	}

	private Finding missing(Principal principal, AuthCertificateRef signer, TenantReading.Seen tenant) {
		List<String> lost = principal.keys()
			.stream()
			.filter((key) -> key.certificate().isEmpty())
			.map(TenantKey::keyId)
			.toList();
		if (!lost.isEmpty()) {
			String names = String.join(", ", lost);
			return Finding.of("TENANT-KEYS-UNREADABLE", FindingLevel.BLOCKS, PRINCIPAL,
					StoredMessage.of("seen.keys-without-bytes", names), names);
		}
		if (!tenant.mayWriteKeys()) {
			return UnreachableFindings.roleMissing(tenant);
		}
		this.notes.plan(new AddTenantKey(signer, KeyFingerprints.of(principal)));
		this.notes.bringsAbout("side-effect.key-takes-minutes");
		return Finding.of("TENANT-KEY-MISSING", FindingLevel.DIFFERS, PRINCIPAL,
				StoredMessage.of("seen.keys-without-ours", principal.keys().size(), signer.brief()));
	}

	private Finding foreign(TenantKey key) {
		Instant end = (key.end() != null) ? key.end() : Instant.MAX;
		boolean expired = !end.isAfter(this.observation.takenAt());
		String name = key.certificate().map((stored) -> stored.thumbprint().brief()).orElse(key.keyId());
		return Finding.of(expired ? "FOREIGN-KEY-EXPIRED" : "FOREIGN-KEY", FindingLevel.NOTE, name, seen(key, expired))
			.under(StoredMessage.of("seen.foreign-key", key.displayName()));
	}

	private static StoredMessage seen(TenantKey key, boolean expired) {
		return (key.end() != null) ? StoredMessage.of(expired ? "seen.key-expired" : "seen.key-valid", key.end())
				: StoredMessage.of("seen.key-without-end");
	}

	private static boolean is(TenantKey key, Optional<String> sha256) {
		return key.certificate().map(Certificate::sha256).equals(sha256) && sha256.isPresent();
	}

}
