package io.hybridge.step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.step.change.AuthCertificateRef;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.web.text.StoredMessage;

/**
 * Decides which certificate signs: the current one where it is good, otherwise another
 * that is fit, otherwise a new one. Among several that are fit a person chooses.
 */
final class AuthCertificateChoice {

	private final ExchangeState exchange;

	private final TargetState target;

	private final AuthCertificateCandidates certificates;

	private final Instant now;

	private List<Examination.Candidate> candidates = List.of();

	AuthCertificateChoice(ExchangeState exchange, TargetState target, Instant now) {
		this.exchange = exchange;
		this.target = target;
		this.certificates = new AuthCertificateCandidates(exchange, now);
		this.now = now;
	}

	/**
	 * Decides.
	 * @param notes gather findings and changes
	 * @return the certificate, or empty while a person must choose
	 */
	Optional<AuthCertificateRef> decide(ExaminationBuilder notes) {
		Optional<ServerCertificate> current = this.certificates.current();
		if (current.isPresent() && this.certificates.unfit(current.get()).isEmpty()) {
			return Optional.of(reuse(current.get(), notes));
		}
		return replace(current.flatMap(this.certificates::unfit).orElseGet(this::absent), notes);
	}

	List<Examination.Candidate> candidates() {
		return this.candidates;
	}

	Optional<Instant> expires() {
		return this.certificates.current().map((stored) -> stored.certificate().notAfter());
	}

	private StoredMessage absent() {
		return this.exchange.authConfiguration()
			.current()
			.map((thumbprint) -> StoredMessage.of("unfit.nowhere", thumbprint.brief()))
			.orElseGet(() -> StoredMessage.of("unfit.none"));
	}

	private AuthCertificateRef reuse(ServerCertificate stored, ExaminationBuilder notes) {
		Certificate certificate = stored.certificate();
		long days = Duration.between(this.now, certificate.notAfter()).toDays();
		StoredMessage seen = StoredMessage.of("seen.certificate", certificate.notAfter(), days);
		String name = certificate.thumbprint().brief();
		notes.found(Finding.of("CERTIFICATE-REUSED", FindingLevel.MEETS, name, seen)
			.under(StoredMessage.of("seen.plain", stored.nameIfKnown())));
		if (days < AuthCertificateCandidates.RENEW_BEFORE.toDays()) {
			notes.found(Finding.of("CERTIFICATE-EXPIRES-SOON", FindingLevel.NOTE, name, seen, days));
		}
		return AuthCertificateRef.Present.of(certificate);
	}

	private Optional<AuthCertificateRef> replace(StoredMessage reason, ExaminationBuilder notes) {
		List<ServerCertificate> fit = this.certificates.candidates();
		Optional<ServerCertificate> taken = (fit.size() == 1) ? Optional.of(fit.getFirst()) : chosen(fit);
		if (fit.size() > 1 && taken.isEmpty()) {
			this.candidates = fit.stream().map(this.certificates::shown).toList();
			notes
				.found(Finding.of("CERTIFICATE-CHOICE", FindingLevel.CHOOSE, "Auth Configuration", reason, fit.size()));
			return Optional.empty();
		}
		notes.found(Finding.of("CERTIFICATE-UNFIT", FindingLevel.DIFFERS, "Auth Configuration", reason));
		AuthCertificateRef signer = taken
			.<AuthCertificateRef>map((stored) -> AuthCertificateRef.Present.of(stored.certificate()))
			.orElseGet(() -> make(notes));
		String former = this.exchange.authConfiguration().current().map(Thumbprint::value).orElse("");
		notes.plan(new SetAuthCertificate(former, signer));
		notes.bringsAbout("side-effect.certificate-takes-over");
		return Optional.of(signer);
	}

	private Optional<ServerCertificate> chosen(List<ServerCertificate> fit) {
		return this.target.chosenCertificate()
			.flatMap((thumbprint) -> fit.stream()
				.filter((candidate) -> candidate.certificate().thumbprint().equals(thumbprint))
				.findFirst());
	}

	private AuthCertificateRef make(ExaminationBuilder notes) {
		notes.plan(new CreateAuthCertificate(TargetState.FRIENDLY_NAME, this.target.domain(),
				this.target.newKeyIdentifier()));
		notes.bringsAbout("side-effect.new-certificate");
		return new AuthCertificateRef.ToBeMade(this.target.newKeyIdentifier());
	}

}
