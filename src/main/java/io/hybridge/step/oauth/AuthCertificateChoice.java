package io.hybridge.step.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.PublishNextCertificate;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.ExaminationBuilder;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.oauth.CertificatePlaces.Place;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

/**
 * Decides which certificate signs: the current one where it is good, otherwise another
 * that is fit, otherwise a new one. Among several that are fit a person chooses. What is
 * unknown of the current one is no reason to replace it.
 */
public final class AuthCertificateChoice {

	static final String OBJECT = "Auth Configuration";

	private final ExchangeState exchange;

	private final TargetState target;

	private final AuthCertificateCandidates certificates;

	private final Optional<CertificatePlaces> places;

	private final Optional<Certificate> current;

	private final Observation observation;

	private final Instant now;

	private List<Examination.Candidate> candidates = List.of();

	public AuthCertificateChoice(Observation observation, ExchangeState exchange, TargetState target) {
		this.observation = observation;
		this.now = observation.takenAt();
		this.exchange = exchange;
		this.target = target;
		this.certificates = new AuthCertificateCandidates(exchange, this.now);
		this.places = exchange.authConfiguration()
			.current()
			.map((thumbprint) -> new CertificatePlaces(exchange, thumbprint));
		this.current = this.places.flatMap(CertificatePlaces::certificate);
	}

	/**
	 * Decides.
	 * @param notes gather findings and changes
	 * @return the certificate, or empty while a person must choose or too little was seen
	 */
	public Optional<AuthCertificateRef> decide(ExaminationBuilder notes) {
		this.places.ifPresent((found) -> transport(found, notes));
		if (this.current.isEmpty()) {
			boolean unseen = this.places.filter((found) -> !found.at(Place.UNSEEN).isEmpty()).isPresent();
			return unseen ? Optional.empty() : replace(absent(), notes);
		}
		Optional<StoredMessage> unfit = this.certificates.unfit(this.current.get());
		if (unfit.isPresent()) {
			return replace(unfit.get(), notes);
		}
		return this.places.get().mayBeUsed() ? Optional.of(reuse(this.current.get(), this.places.get(), notes))
				: replace(StoredMessage.of("unfit.no-private-key"), notes);
	}

	/** The current one, where it goes on to sign. */
	public Optional<Certificate> reused() {
		return this.current
			.filter((certificate) -> this.certificates.unfit(certificate).isEmpty() && this.places.get().mayBeUsed());
	}

	/** The current one, where it has ended: an outage. */
	public Optional<Certificate> expired() {
		return this.current.filter((certificate) -> !certificate.notAfter().isAfter(this.now));
	}

	public List<Examination.Candidate> candidates() {
		return this.candidates;
	}

	public Optional<Instant> expires() {
		return this.current.map(Certificate::notAfter);
	}

	private static void transport(CertificatePlaces places, ExaminationBuilder notes) {
		String servers = String.join(", ", places.inTransportOf());
		if (!servers.isEmpty()) {
			notes.found(Finding.of("CERTIFICATE-IN-TRANSPORT", FindingLevel.NOTE, servers,
					StoredMessage.of("seen.in-transport"), servers));
		}
	}

	private StoredMessage absent() {
		return this.exchange.authConfiguration()
			.current()
			.map((thumbprint) -> StoredMessage.of("unfit.nowhere", thumbprint.brief()))
			.orElseGet(() -> StoredMessage.of("unfit.none"));
	}

	private AuthCertificateRef reuse(Certificate certificate, CertificatePlaces places, ExaminationBuilder notes) {
		long days = Duration.between(this.now, certificate.notAfter()).toDays();
		StoredMessage seen = StoredMessage.of("seen.certificate", certificate.notAfter(), days);
		String name = certificate.thumbprint().brief();
		notes.found(Finding.of("CERTIFICATE-REUSED", FindingLevel.MEETS, name, seen)
			.under(places.friendlyName()
				.map((known) -> StoredMessage.of("seen.plain", known))
				.orElseGet(() -> StoredMessage.of("seen.name-unknown")))
			.on(places.namesOfHolders(), null));
		new CertificateSpread(this.exchange, certificate.thumbprint(), places, this.observation,
				this.target.certificateSpread())
			.examine(notes);
		return AuthCertificateRef.Present.of(certificate);
	}

	private Optional<AuthCertificateRef> replace(StoredMessage reason, ExaminationBuilder notes) {
		Optional<AuthCertificateRef> signer = staged().<AuthCertificateRef>map((next) -> publish(next, notes))
			.or(() -> another(reason, notes));
		Optional<Certificate> expired = expired();
		if (expired.isPresent()) {
			boolean repairable = signer.isPresent() || !this.candidates.isEmpty();
			notes.found(Finding.of(signer.isPresent() ? "CERTIFICATE-EXPIRED" : "CERTIFICATE-EXPIRED-UNDECIDED",
					repairable ? FindingLevel.BROKEN : FindingLevel.BLOCKS, OBJECT, reason, expired.get().notAfter(),
					TakeOver.byHand(notes.changes())));
		}
		else if (signer.isPresent()) {
			notes.found(Finding.of("CERTIFICATE-UNFIT", FindingLevel.DIFFERS, OBJECT, reason));
		}
		signer.ifPresent((found) -> TakeOver.offer(this.exchange, notes));
		return signer;
	}

	private Optional<Certificate> staged() {
		return this.exchange.authConfiguration()
			.next()
			.map((next) -> new CertificatePlaces(this.exchange, next))
			.filter(CertificatePlaces::mayBeUsed)
			.flatMap(CertificatePlaces::certificate)
			.filter((next) -> this.certificates.unfit(next).isEmpty());
	}

	private AuthCertificateRef publish(Certificate next, ExaminationBuilder notes) {
		AuthCertificateRef.Present signer = AuthCertificateRef.Present.of(next);
		notes.plan(new PublishNextCertificate(former(), signer));
		return signer;
	}

	private Optional<AuthCertificateRef> another(StoredMessage reason, ExaminationBuilder notes) {
		List<ServerCertificate> fit = this.certificates.candidates();
		Optional<ServerCertificate> taken = onlyOneAndSure(fit).or(() -> chosen(fit));
		if (taken.isEmpty() && !fit.isEmpty()) {
			return leaveToAPerson(fit, reason, notes);
		}
		List<ServerCertificate> unsure = this.certificates.candidatesOfUnknownKey();
		if (fit.isEmpty() && !unsure.isEmpty()) {
			unsure.forEach((candidate) -> notes.found(Finding.of("CERTIFICATE-KEY-UNSEEN", FindingLevel.UNKNOWN, OBJECT,
					onceOnly(reason,
							StoredMessage.of("seen.certificate-key-unseen",
									candidate.certificate().thumbprint().brief())),
					this.exchange.answeredBy(), candidate.certificate().thumbprint().value())));
			return Optional.empty();
		}
		AuthCertificateRef signer = taken
			.<AuthCertificateRef>map((stored) -> AuthCertificateRef.Present.of(stored.certificate()))
			.orElseGet(() -> make(notes));
		notes.plan(new SetAuthCertificate(former(), signer));
		return Optional.of(signer);
	}

	private String former() {
		return this.exchange.authConfiguration().current().map(Thumbprint::value).orElse("");
	}

	private static Optional<ServerCertificate> onlyOneAndSure(List<ServerCertificate> fit) {
		return (fit.size() == 1) ? Optional.of(fit.getFirst()).filter(AuthCertificateCandidates::servesNobodyElse)
				: Optional.empty();
	}

	private Optional<AuthCertificateRef> leaveToAPerson(List<ServerCertificate> fit, StoredMessage reason,
			ExaminationBuilder notes) {
		this.candidates = fit.stream().map(this.certificates::shown).toList();
		boolean sure = fit.stream().allMatch(AuthCertificateCandidates::servesNobodyElse);
		notes.found(Finding.of(sure ? "CERTIFICATE-CHOICE" : "CERTIFICATE-SERVICES-UNKNOWN", FindingLevel.CHOOSE,
				OBJECT, onceOnly(reason, StoredMessage.of("seen.certificates-to-choose", fit.size())), fit.size(),
				this.exchange.answeredBy()));
		return Optional.empty();
	}

	/** That the current one has expired is a finding of its own. */
	private StoredMessage onceOnly(StoredMessage reason, StoredMessage others) {
		return expired().isPresent() ? others : reason;
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
