package io.hybridge.step.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.AuthConfiguration;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.PublishNextCertificate;
import io.hybridge.step.change.StageNextCertificate;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.change.part.AuthCertificateRef.Present;
import io.hybridge.step.examination.ExaminationBuilder;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.TargetState;
import io.hybridge.web.text.StoredMessage;

/**
 * What is to sign next while the current certificate is good: staged or not, effective or
 * not, known to the tenant or not. The key always goes before the certificate.
 */
public final class NextCertificateCheck {

	/** How long the service host may need until it has seen a date that has come. */
	private static final Duration TAKES_OVER_WITHIN = Duration.ofHours(24);

	private final ExchangeState exchange;

	private final Certificate current;

	private final AuthCertificateCandidates certificates;

	private final TargetState target;

	private final Instant now;

	public NextCertificateCheck(ExchangeState exchange, Certificate current, TargetState target, Instant now) {
		this.exchange = exchange;
		this.current = current;
		this.certificates = new AuthCertificateCandidates(exchange, now);
		this.target = target;
		this.now = now;
	}

	public void examine(TenantKeyCheck keys, ExaminationBuilder notes) {
		AuthConfiguration configuration = this.exchange.authConfiguration();
		configuration.next()
			.filter((next) -> configuration.current().filter(next::equals).isEmpty())
			.ifPresentOrElse((next) -> staged(next, keys, notes), () -> unstaged(keys, notes));
	}

	private void staged(Thumbprint next, TenantKeyCheck keys, ExaminationBuilder notes) {
		CertificatePlaces places = new CertificatePlaces(this.exchange, next);
		Optional<StoredMessage> unfit = unfit(places, next);
		if (unfit.isPresent()) {
			notes.found(Finding.of("NEXT-CERTIFICATE-UNFIT", FindingLevel.NOTE, next.brief(), unfit.get()));
			return;
		}
		Present signer = Present.of(places.certificate().get());
		Instant effective = this.exchange.authConfiguration().nextEffective().orElse(this.now);
		if (keys.lacks(signer)) {
			notes.found(unknownKey(next, effective));
			keys.provide(signer);
		}
		if (!effective.isAfter(this.now)) {
			due(signer, effective, notes);
		}
		else if (keys.has(signer)) {
			notes.found(Finding.of("NEXT-CERTIFICATE-STAGED", FindingLevel.MEETS, next.brief(),
					StoredMessage.of("seen.next-known", effective)));
		}
	}

	private Finding unknownKey(Thumbprint next, Instant effective) {
		return effective.isAfter(this.now)
				? Finding.of("NEXT-KEY-MISSING", FindingLevel.COMING, next.brief(),
						StoredMessage.of("seen.next-unknown", effective), effective, next.brief())
				: Finding.of("NEXT-KEY-OVERDUE", FindingLevel.COMING, next.brief(),
						StoredMessage.of("seen.next-due-unknown", effective), effective, next.brief());
	}

	private Optional<StoredMessage> unfit(CertificatePlaces places, Thumbprint next) {
		if (places.certificate().isEmpty()) {
			return Optional.of(StoredMessage.of("unfit.nowhere", next.brief()));
		}
		return this.certificates.unfit(places.certificate().get())
			.or(() -> places.mayBeUsed() ? Optional.empty() : Optional.of(StoredMessage.of("unfit.no-private-key")));
	}

	private void due(Present signer, Instant effective, ExaminationBuilder notes) {
		if (effective.plus(TAKES_OVER_WITHIN).isAfter(this.now)) {
			notes.found(Finding.of("NEXT-CERTIFICATE-DUE", FindingLevel.NOTE, signer.brief(),
					StoredMessage.of("seen.next-due", effective)));
			return;
		}
		notes.found(Finding.of("NEXT-CERTIFICATE-OVERDUE", FindingLevel.COMING, signer.brief(),
				StoredMessage.of("seen.next-due", effective), effective));
		notes.plan(new PublishNextCertificate(former(), signer));
		TakeOver.offer(this.exchange, notes);
	}

	private void unstaged(TenantKeyCheck keys, ExaminationBuilder notes) {
		if (this.current.notAfter().isBefore(this.now.plus(AuthCertificateCandidates.RENEW_BEFORE))) {
			stage(keys, notes);
		}
	}

	private void stage(TenantKeyCheck keys, ExaminationBuilder notes) {
		Instant effective = effective();
		long days = Duration.between(this.now, this.current.notAfter()).toDays();
		notes.found(Finding.of("CERTIFICATE-EXPIRES-SOON", FindingLevel.COMING, this.current.thumbprint().brief(),
				StoredMessage.of("seen.nothing-staged", this.current.notAfter(), days), this.current.notAfter(),
				effective));
		AuthCertificateRef signer = waiting().<AuthCertificateRef>map(Present::of).orElseGet(() -> make(notes));
		if (keys.lacks(signer)) {
			keys.provide(signer);
		}
		notes.plan(new StageNextCertificate(this.exchange.authConfiguration().next().map(Thumbprint::value).orElse(""),
				signer, effective));
		notes.bringsAbout("side-effect.next-takes-over");
	}

	/** One that signed before is not taken once more. */
	private Optional<Certificate> waiting() {
		Optional<Thumbprint> previous = this.exchange.authConfiguration().previous();
		return this.certificates.candidates()
			.stream()
			.filter(AuthCertificateCandidates::servesNobodyElse)
			.map(ServerCertificate::certificate)
			.filter((candidate) -> !this.exchange.authConfiguration()
				.current()
				.equals(Optional.of(candidate.thumbprint())))
			.filter((candidate) -> !previous.equals(Optional.of(candidate.thumbprint())))
			.max(Comparator.comparing(Certificate::notAfter));
	}

	private AuthCertificateRef make(ExaminationBuilder notes) {
		notes.plan(new CreateAuthCertificate(TargetState.FRIENDLY_NAME, this.target.domain(),
				this.target.newKeyIdentifier()));
		notes.bringsAbout("side-effect.new-certificate");
		return new AuthCertificateRef.ToBeMade(this.target.newKeyIdentifier());
	}

	/** By the server's clock, which decides whether the date lies ahead. */
	private Instant effective() {
		Instant planned = this.target.nextEffective().orElseGet(() -> TargetState.soonest(serverTime()));
		return planned.isBefore(this.current.notAfter()) ? planned : this.current.notAfter();
	}

	private Instant serverTime() {
		return (this.exchange.readings()
			.get(this.exchange.answeredBy().toLowerCase(Locale.ROOT)) instanceof ServerReading.Answered here)
					? here.serverTime() : this.now;
	}

	private String former() {
		return this.exchange.authConfiguration().current().map(Thumbprint::value).orElse("");
	}

}
