package io.hybridge.enablement.steps;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.enablement.Text;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.microsoft365.TenantReading.TenantKey;

/**
 * Is the signer's key on the principal Exchange Online? Lists whatever else is there; the
 * keys of others are never touched.
 */
final class TenantKeyCheck {

	private static final String PRINCIPAL = "Exchange Online";

	private final World world;

	private final ExchangeState exchange;

	private final Notes notes;

	TenantKeyCheck(World world, ExchangeState exchange, Notes notes) {
		this.world = world;
		this.exchange = exchange;
		this.notes = notes;
	}

	/**
	 * Looks at the principal.
	 * @param signer whose key must be there, empty while it is not decided
	 * @param goal for the texts
	 */
	void examine(Optional<Signer> signer, Goal goal) {
		switch (this.world.tenant()) {
			case Side.Seen<TenantReading.Seen>(TenantReading.Seen tenant) -> tenant.principal()
				.ifPresentOrElse((principal) -> signer.ifPresent((key) -> examine(principal, key, tenant)),
						() -> this.notes.found(Finding.of("PRINCIPAL-MISSING", Verdict.BLOCKS, PRINCIPAL,
								Text.of("seen.absent"), tenant.displayName())));
			case Side.NotSeen<TenantReading.Seen>(var failure) -> this.notes.found(Unreached.tenant(failure));
			case Side.SignInNeeded<TenantReading.Seen>() -> this.notes.found(Unreached.signInNeeded(goal));
			case Side.NotAsked<TenantReading.Seen>() -> this.notes.found(Unreached.signInNeeded(goal));
		}
	}

	private void examine(Principal principal, Signer signer, TenantReading.Seen tenant) {
		Optional<String> ours = signer.in(this.exchange).map(Certificate::sha256);
		boolean there = ours.flatMap(principal::key).isPresent();
		this.notes.found((there ? present(principal, signer) : missing(principal, signer, tenant))
			.shownBy("Microsoft Graph", tenant.evidence()));
		List<TenantKey> foreign = principal.keys().stream().filter((key) -> !is(key, ours)).toList();
		foreign.forEach((key) -> this.notes.found(foreign(key)));
		if (!foreign.isEmpty()) {
			this.notes.leaves(Text.of("untouched.keys", foreign.size()));
		}
	}

	private static Finding present(Principal principal, Signer signer) {
		return Finding.of("TENANT-KEY-MEETS", Verdict.MEETS, PRINCIPAL,
				Text.of("seen.keys-with-ours", principal.keys().size(), signer.brief()));
	}

	private Finding missing(Principal principal, Signer signer, TenantReading.Seen tenant) {
		List<String> lost = principal.keys()
			.stream()
			.filter((key) -> key.certificate().isEmpty())
			.map(TenantKey::keyId)
			.toList();
		if (!lost.isEmpty()) {
			String names = String.join(", ", lost);
			return Finding.of("TENANT-KEYS-UNREADABLE", Verdict.BLOCKS, PRINCIPAL,
					Text.of("seen.keys-without-bytes", names), names);
		}
		if (!tenant.mayWriteKeys()) {
			return Unreached.roleMissing(tenant);
		}
		this.notes.plan(new AddTenantKey(signer, Fingerprints.of(principal)));
		this.notes.bringsAbout("side-effect.key-takes-minutes");
		return Finding.of("TENANT-KEY-MISSING", Verdict.DIFFERS, PRINCIPAL,
				Text.of("seen.keys-without-ours", principal.keys().size(), signer.brief()));
	}

	private Finding foreign(TenantKey key) {
		Instant end = (key.end() != null) ? key.end() : Instant.MAX;
		boolean expired = !end.isAfter(this.world.takenAt());
		String name = key.certificate().map((held) -> held.thumbprint().brief()).orElse(key.keyId());
		return Finding.of(expired ? "FOREIGN-KEY-EXPIRED" : "FOREIGN-KEY", Verdict.NOTE, name, seen(key, expired))
			.under(Text.of("seen.foreign-key", key.displayName()));
	}

	private static Text seen(TenantKey key, boolean expired) {
		return (key.end() != null) ? Text.of(expired ? "seen.key-expired" : "seen.key-valid", key.end())
				: Text.of("seen.key-without-end");
	}

	private static boolean is(TenantKey key, Optional<String> sha256) {
		return key.certificate().map(Certificate::sha256).equals(sha256) && sha256.isPresent();
	}

}
