package io.hybridge.enablement.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.enablement.Text;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerCertificate;

/**
 * Decides which certificate signs: the current one where it is good, otherwise another
 * that is fit, otherwise a new one. Among several that are fit a person chooses.
 */
final class SignerChoice {

	private final ExchangeState exchange;

	private final Goal goal;

	private final AuthCertificates certificates;

	private final Instant now;

	private List<Examination.Candidate> candidates = List.of();

	SignerChoice(ExchangeState exchange, Goal goal, Instant now) {
		this.exchange = exchange;
		this.goal = goal;
		this.certificates = new AuthCertificates(exchange, now);
		this.now = now;
	}

	/**
	 * Decides.
	 * @param notes gather findings and changes
	 * @return the certificate, or empty while a person must choose
	 */
	Optional<Signer> decide(Notes notes) {
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
		return this.certificates.current().map((held) -> held.certificate().notAfter());
	}

	private Text absent() {
		return this.exchange.authConfiguration()
			.current()
			.map((thumbprint) -> Text.of("unfit.nowhere", thumbprint.brief()))
			.orElseGet(() -> Text.of("unfit.none"));
	}

	private Signer reuse(ServerCertificate held, Notes notes) {
		Certificate certificate = held.certificate();
		long days = Duration.between(this.now, certificate.notAfter()).toDays();
		Text seen = Text.of("seen.certificate", certificate.notAfter(), days);
		String name = certificate.thumbprint().brief();
		notes.found(Finding.of("CERTIFICATE-REUSED", Verdict.MEETS, name, seen)
			.under(Text.of("seen.plain", held.friendlyName())));
		if (days < AuthCertificates.RENEW_BEFORE.toDays()) {
			notes.found(Finding.of("CERTIFICATE-EXPIRES-SOON", Verdict.NOTE, name, seen, days));
		}
		return Signer.Present.of(certificate);
	}

	private Optional<Signer> replace(Text reason, Notes notes) {
		List<ServerCertificate> fit = this.certificates.candidates();
		Optional<ServerCertificate> taken = (fit.size() == 1) ? Optional.of(fit.getFirst()) : chosen(fit);
		if (fit.size() > 1 && taken.isEmpty()) {
			this.candidates = fit.stream().map(this.certificates::shown).toList();
			notes.found(Finding.of("CERTIFICATE-CHOICE", Verdict.CHOOSE, "Auth Configuration", reason, fit.size()));
			return Optional.empty();
		}
		notes.found(Finding.of("CERTIFICATE-UNFIT", Verdict.DIFFERS, "Auth Configuration", reason));
		Signer signer = taken.<Signer>map((held) -> Signer.Present.of(held.certificate())).orElseGet(() -> make(notes));
		String former = this.exchange.authConfiguration().current().map(Thumbprint::value).orElse("");
		notes.plan(new SetAuthCertificate(former, signer));
		notes.bringsAbout("side-effect.certificate-takes-over");
		return Optional.of(signer);
	}

	private Optional<ServerCertificate> chosen(List<ServerCertificate> fit) {
		return this.goal.chosenCertificate()
			.flatMap((thumbprint) -> fit.stream()
				.filter((candidate) -> candidate.certificate().thumbprint().equals(thumbprint))
				.findFirst());
	}

	private Signer make(Notes notes) {
		notes.plan(new CreateAuthCertificate(Goal.FRIENDLY_NAME, this.goal.domain(), this.goal.newKeyIdentifier()));
		notes.bringsAbout("side-effect.new-certificate");
		return new Signer.ToBeMade(this.goal.newKeyIdentifier());
	}

}
