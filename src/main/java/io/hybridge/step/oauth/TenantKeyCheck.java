package io.hybridge.step.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.microsoft365.KeyPolicy;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.microsoft365.TenantReading.TenantKey;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.RemoveDuplicateTenantKeys;
import io.hybridge.step.change.RemoveTenantKeyEntry;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.examination.ExaminationBuilder;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.examination.UnattendedFindings;
import io.hybridge.step.examination.UnreachableFindings;
import io.hybridge.step.observation.CertificateStores;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.web.text.StoredMessage;

/**
 * Is the signer's key on the principal Exchange Online? Lists whatever else is there; the
 * keys of others are never touched.
 */
public final class TenantKeyCheck {

	private static final String PRINCIPAL = "Exchange Online";

	/** So long before its end an entry that ends before its certificate is replaced. */
	private static final Duration RENEW_BEFORE = Duration.ofDays(30);

	private final Observation observation;

	private final ExchangeState exchange;

	private final ExaminationBuilder notes;

	private Optional<Instant> ends = Optional.empty();

	public TenantKeyCheck(Observation observation, ExchangeState exchange, ExaminationBuilder notes) {
		this.observation = observation;
		this.exchange = exchange;
		this.notes = notes;
	}

	/**
	 * Looks at the principal.
	 * @param signer whose key must be there, empty while it is not decided
	 * @param target for the texts
	 */
	public void examine(Optional<AuthCertificateRef> signer, TargetState target) {
		switch (this.observation.tenant()) {
			case Reading.Seen<TenantReading.Seen>(TenantReading.Seen tenant) -> {
				tenant.application().map(UnattendedFindings::readBy).ifPresent(this.notes::found);
				tenant.principal()
					.ifPresentOrElse((principal) -> signer.ifPresent((key) -> examine(principal, key, tenant)),
							() -> this.notes.found(Finding.of("PRINCIPAL-MISSING", FindingLevel.BLOCKS, PRINCIPAL,
									StoredMessage.of("seen.absent"), tenant.displayName())));
			}
			case Reading.NotSeen<TenantReading.Seen>(var failure) ->
				this.notes.found(UnreachableFindings.tenant(failure));
			case Reading.SignInNeeded<TenantReading.Seen>() ->
				this.notes.found(UnreachableFindings.signInNeeded(target));
			case Reading.NotAsked<TenantReading.Seen>() -> throw Reading.notAsked("The tenant");
		}
	}

	/** Whether the tenant is known to honor a key. */
	public boolean has(AuthCertificateRef signer) {
		return principal().filter((principal) -> honors(principal, signer)).isPresent();
	}

	/** Whether the tenant is known not to honor a key. */
	public boolean lacks(AuthCertificateRef signer) {
		return principal().filter((principal) -> !honors(principal, signer)).isPresent();
	}

	/** Plans to provide a key that is lacking, unless that would lose others. */
	public void provide(AuthCertificateRef signer) {
		this.observation.tenant()
			.seen()
			.ifPresent((tenant) -> tenant.principal()
				.filter((principal) -> unreadable(principal).isEmpty())
				.ifPresent((principal) -> provide(principal, signer, tenant)));
	}

	private void provide(Principal principal, AuthCertificateRef signer, TenantReading.Seen tenant) {
		Optional<Certificate> ours = signer.in(this.exchange);
		Optional<TenantKey> entry = ours
			.flatMap((certificate) -> principal.entries(certificate.sha256()).stream().findFirst());
		if (entry.isPresent()) {
			replace(principal, signer, ours.get(), until(entry.get()), tenant);
		}
		else {
			add(principal, signer, tenant);
		}
	}

	private Optional<Principal> principal() {
		return this.observation.tenant().seen().flatMap(TenantReading.Seen::principal);
	}

	private boolean honors(Principal principal, AuthCertificateRef signer) {
		return signer.in(this.exchange)
			.flatMap((certificate) -> principal.honored(certificate.sha256(), this.observation.takenAt()))
			.isPresent();
	}

	/** The end of the entry that counts, if there is one. */
	public Optional<Instant> ends() {
		return this.ends;
	}

	private void examine(Principal principal, AuthCertificateRef signer, TenantReading.Seen tenant) {
		Optional<Certificate> ours = signer.in(this.exchange);
		ours.ifPresentOrElse((certificate) -> examine(principal, signer, certificate, tenant),
				() -> missing(principal, signer, tenant));
		List<TenantKey> foreign = principal.keys()
			.stream()
			.filter((key) -> ours.map(Certificate::sha256).filter(key::isOf).isEmpty())
			.filter((key) -> next().filter(key::isOf).isEmpty())
			.toList();
		foreign.forEach((key) -> this.notes.found(foreign(key)));
		if (!foreign.isEmpty()) {
			this.notes.leaves(StoredMessage.of("untouched.keys", foreign.size()));
		}
	}

	private Optional<String> next() {
		return this.exchange.authConfiguration()
			.next()
			.flatMap((thumbprint) -> CertificateStores.onEntryServer(this.exchange)
				.map(ServerCertificate::certificate)
				.filter((certificate) -> certificate.thumbprint().equals(thumbprint))
				.findFirst())
			.map(Certificate::sha256);
	}

	private void examine(Principal principal, AuthCertificateRef signer, Certificate ours, TenantReading.Seen tenant) {
		List<TenantKey> entries = principal.entries(ours.sha256());
		Optional<TenantKey> honored = principal.honored(ours.sha256(), this.observation.takenAt());
		if (honored.isPresent()) {
			present(principal, signer, honored.get(), tenant);
			surplus(principal, signer, ours, entries, tenant);
		}
		else if (entries.isEmpty()) {
			missing(principal, signer, tenant);
		}
		else {
			unfit(principal, signer, ours, entries.getFirst(), tenant);
		}
	}

	private void present(Principal principal, AuthCertificateRef signer, TenantKey entry, TenantReading.Seen tenant) {
		this.ends = Optional.ofNullable(entry.end());
		this.notes.found(Finding
			.of("TENANT-KEY-MEETS", FindingLevel.MEETS, PRINCIPAL,
					StoredMessage.of("seen.keys-with-ours", principal.keys().size(), signer.brief()))
			.under(until(entry))
			.shownBy("Microsoft Graph", tenant.evidence()));
	}

	/** What is more than enough, or not for long: it works, and can be made better. */
	private void surplus(Principal principal, AuthCertificateRef signer, Certificate ours, List<TenantKey> entries,
			TenantReading.Seen tenant) {
		Instant now = this.observation.takenAt();
		if (entries.size() > 1) {
			boolean alike = entries.stream().allMatch((entry) -> entry.honoredAt(now));
			this.notes.found(Finding.of(alike ? "TENANT-KEY-TWICE" : "TENANT-KEY-LEFT-OVER", FindingLevel.NOTE,
					PRINCIPAL,
					StoredMessage.of(alike ? "seen.key-twice" : "seen.key-left-over", entries.size(), signer.brief())));
			if (alike && unreadable(principal).isEmpty() && tenant.application().isEmpty()) {
				this.notes.plan(RemoveDuplicateTenantKeys.of(ours, principal));
			}
			return;
		}
		Optional.ofNullable(entries.getFirst().end())
			.filter((end) -> end.isBefore(ours.notAfter().minus(RENEW_BEFORE)))
			.ifPresent((end) -> endsFirst(principal, signer, ours, end, tenant));
	}

	/** A key that ends before its certificate does is replaced when its time has come. */
	private void endsFirst(Principal principal, AuthCertificateRef signer, Certificate ours, Instant end,
			TenantReading.Seen tenant) {
		StoredMessage seen = StoredMessage.of("seen.key-ends-first", end, ours.notAfter());
		Instant renewed = end.minus(RENEW_BEFORE);
		if (renewed.isAfter(this.observation.takenAt())) {
			this.notes.found(Finding.of("TENANT-KEY-ENDS-FIRST", FindingLevel.NOTE, PRINCIPAL, seen)
				.noting(List.of(StoredMessage.of("seen.key-renewed-from", renewed))));
			return;
		}
		boolean plannable = unreadable(principal).isEmpty();
		this.notes.found(Finding.of("TENANT-KEY-ENDS-SOON", plannable ? FindingLevel.COMING : FindingLevel.NOTE,
				PRINCIPAL, seen, PRINCIPAL, end));
		if (plannable) {
			replace(principal, signer, ours, StoredMessage.of("seen.key-valid", end), tenant);
		}
	}

	private void unfit(Principal principal, AuthCertificateRef signer, Certificate ours, TenantKey entry,
			TenantReading.Seen tenant) {
		if (blockedByUnreadable(principal, tenant)) {
			return;
		}
		Instant now = this.observation.takenAt();
		StoredMessage reason = !entry.verifies()
				? StoredMessage.of("seen.key-of-another-use", entry.raw().getOrDefault("usage", "?"),
						entry.raw().getOrDefault("type", "?"))
				: entry.endedAt(now) ? StoredMessage.of("seen.key-entry-ended", entry.end())
						: StoredMessage.of("seen.key-entry-from", entry.start());
		String code = !entry.verifies() ? "TENANT-KEY-OF-ANOTHER-USE"
				: entry.endedAt(now) ? "TENANT-KEY-ENDED" : "TENANT-KEY-NOT-YET";
		this.notes.found(Finding.of(code, FindingLevel.DIFFERS, PRINCIPAL, reason)
			.under(StoredMessage.of("seen.plain", signer.brief()))
			.shownBy("Microsoft Graph", tenant.evidence()));
		replace(principal, signer, ours, reason, tenant);
	}

	private void replace(Principal principal, AuthCertificateRef signer, Certificate ours, StoredMessage reason,
			TenantReading.Seen tenant) {
		if (!mayChange(tenant)) {
			return;
		}
		this.notes.plan(RemoveTenantKeyEntry.of(ours, reason, principal));
		this.notes.bringsAbout("side-effect.key-away-for-minutes");
		add(principal, signer, tenant);
	}

	private void missing(Principal principal, AuthCertificateRef signer, TenantReading.Seen tenant) {
		if (blockedByUnreadable(principal, tenant)) {
			return;
		}
		this.notes.found(Finding
			.of("TENANT-KEY-MISSING", FindingLevel.DIFFERS, PRINCIPAL,
					StoredMessage.of("seen.keys-without-ours", principal.keys().size(), signer.brief()))
			.shownBy("Microsoft Graph", tenant.evidence()));
		add(principal, signer, tenant);
	}

	private void add(Principal principal, AuthCertificateRef signer, TenantReading.Seen tenant) {
		if (!mayChange(tenant)) {
			return;
		}
		this.notes.plan(AddTenantKey.to(principal, tenant.keyPolicy(), signer));
		this.notes.bringsAbout("side-effect.key-takes-minutes");
		if (!tenant.mayWriteKeys()) {
			this.notes.bringsAbout("side-effect.role-not-seen");
		}
		switch (tenant.keyPolicy()) {
			case KeyPolicy.NotRead() -> this.notes.found(Finding.of("KEY-POLICY-NOT-READ", FindingLevel.NOTE,
					tenant.displayName(), StoredMessage.of("seen.key-policy-not-read")));
			case KeyPolicy.AtMost(Duration life) -> this.notes.found(Finding.of("KEY-POLICY-LIMITS", FindingLevel.NOTE,
					tenant.displayName(), StoredMessage.of("seen.key-policy-limits", life.toDays())));
			case KeyPolicy.Unlimited() -> {
			}
		}
	}

	/** An application reads; only for a person who signed in a change is planned. */
	private boolean mayChange(TenantReading.Seen tenant) {
		Finding signIn = UnattendedFindings.signInToChange();
		if (tenant.application().isPresent() && !this.notes.findings().contains(signIn)) {
			this.notes.found(signIn);
		}
		return tenant.application().isEmpty();
	}

	private boolean blockedByUnreadable(Principal principal, TenantReading.Seen tenant) {
		List<String> lost = unreadable(principal);
		if (!lost.isEmpty()) {
			String names = String.join(", ", lost);
			this.notes.found(Finding
				.of("TENANT-KEYS-UNREADABLE", FindingLevel.BLOCKS, PRINCIPAL,
						StoredMessage.of("seen.keys-without-bytes", names), names)
				.shownBy("Microsoft Graph", tenant.evidence()));
		}
		return !lost.isEmpty();
	}

	private static List<String> unreadable(Principal principal) {
		return principal.keys().stream().filter((key) -> key.certificate().isEmpty()).map(TenantKey::keyId).toList();
	}

	private Finding foreign(TenantKey key) {
		boolean expired = key.endedAt(this.observation.takenAt());
		String name = key.certificate().map((stored) -> stored.thumbprint().brief()).orElse(key.keyId());
		return Finding.of(expired ? "FOREIGN-KEY-EXPIRED" : "FOREIGN-KEY", FindingLevel.NOTE, name, until(key, expired))
			.under(owner(key));
	}

	/** A certificate that Exchange holds itself, as the former one, is of nobody else. */
	private StoredMessage owner(TenantKey key) {
		boolean here = CertificateStores.onEntryServer(this.exchange)
			.map(ServerCertificate::certificate)
			.map(Certificate::sha256)
			.anyMatch(key::isOf);
		if (here) {
			return StoredMessage.of("seen.key-of-this-exchange");
		}
		return key.displayName().isBlank() ? StoredMessage.of("seen.foreign-key-without-name")
				: StoredMessage.of("seen.foreign-key", key.displayName());
	}

	private static StoredMessage until(TenantKey key) {
		return until(key, false);
	}

	private static StoredMessage until(TenantKey key, boolean expired) {
		return (key.end() != null) ? StoredMessage.of(expired ? "seen.key-expired" : "seen.key-valid", key.end())
				: StoredMessage.of("seen.key-without-end");
	}

}
