package io.hybridge.step.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.step.change.CopyAuthCertificate;
import io.hybridge.step.examination.ExaminationBuilder;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.oauth.CertificatePlaces.Place;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

/**
 * Whether the certificate that signs is on every mailbox server with its key. Exchange
 * hands it on by itself; where that does not happen it is copied, never replaced.
 */
final class CertificateSpread {

	/**
	 * Since the update of October 2025 Exchange keeps the key of the auth certificate.
	 */
	private static final List<ServerBuild> FIRST_THAT_KEEP_THE_KEY = List.of(new ServerBuild(15, 1, 2507, 61),
			new ServerBuild(15, 2, 1544, 36), new ServerBuild(15, 2, 1748, 39), new ServerBuild(15, 2, 2562, 29));

	private final ExchangeState exchange;

	private final Thumbprint thumbprint;

	private final CertificatePlaces places;

	private final Observation observation;

	private final Duration patience;

	CertificateSpread(ExchangeState exchange, Thumbprint thumbprint, CertificatePlaces places, Observation observation,
			Duration patience) {
		this.exchange = exchange;
		this.thumbprint = thumbprint;
		this.places = places;
		this.observation = observation;
		this.patience = patience;
	}

	void examine(ExaminationBuilder notes) {
		this.places.at(Place.MISSING).forEach((server) -> missing(server, notes));
		this.places.at(Place.WITHOUT_KEY)
			.forEach((server) -> notes.found(Finding.of("CERTIFICATE-WITHOUT-KEY", FindingLevel.DIFFERS, server.name(),
					StoredMessage.of("seen.without-key"), server.name(), this.thumbprint.value())));
		this.places.at(Place.KEY_UNKNOWN).forEach((server) -> notes.found(keyUnknown(server.name(), this.thumbprint)));
	}

	/** The finding that says where a person can see whether the key is there. */
	static Finding keyUnknown(String server, Thumbprint thumbprint) {
		return Finding.of("CERTIFICATE-KEY-UNKNOWN", FindingLevel.NOTE, server, StoredMessage.of("seen.key-unknown"),
				server, thumbprint.value());
	}

	private void missing(ExchangeServer server, ExaminationBuilder notes) {
		Optional<Instant> missed = Optional
			.ofNullable(this.observation.missedSince().get(server.fqdn().toLowerCase(Locale.ROOT)));
		Optional<Instant> changed = this.exchange.authConfiguration().changed();
		StoredMessage seen = seen(missed, changed);
		Optional<Instant> waitUntil = Stream.of(missed, changed)
			.flatMap(Optional::stream)
			.min(Comparator.naturalOrder())
			.map((since) -> since.plus(this.patience))
			.filter((until) -> until.isAfter(this.observation.takenAt()));
		if (waitUntil.isPresent()) {
			notes.found(Finding.of("CERTIFICATE-ON-ITS-WAY", FindingLevel.DIFFERS, server.name(), seen, server.name(),
					waitUntil.get()));
			return;
		}
		Optional<ExchangeServer> source = handsOutTheKey(server)
				? this.places.at(Place.WITH_KEY).stream().filter(this::handsOutTheKey).findFirst() : Optional.empty();
		notes.found(Finding.of(source.isPresent() ? "CERTIFICATE-MISSING" : "CERTIFICATE-MISSING-BY-HAND",
				FindingLevel.DIFFERS, server.name(), seen, server.name(), this.thumbprint.value()));
		source.ifPresent(
				(from) -> notes.plan(new CopyAuthCertificate(this.thumbprint.value(), from.fqdn(), server.fqdn())));
	}

	/**
	 * Our own first look that missed it, and the last change of the auth configuration,
	 * which may have been a later and quite another one.
	 */
	private static StoredMessage seen(Optional<Instant> missed, Optional<Instant> changed) {
		if (missed.isEmpty()) {
			return changed.map((at) -> StoredMessage.of("seen.certificate-missing-since", at))
				.orElseGet(() -> StoredMessage.of("seen.certificate-missing"));
		}
		return changed.map((at) -> StoredMessage.of("seen.certificate-missed-and-set", missed.get(), at))
			.orElseGet(() -> StoredMessage.of("seen.certificate-missed", missed.get()));
	}

	/**
	 * Whether a server is known to export the auth certificate with its key. What the
	 * directory shows stops at the cumulative update; that tells enough only where no
	 * security update of it matters.
	 */
	private boolean handsOutTheKey(ExchangeServer server) {
		return exactBuild(server)
			.or(() -> server.build()
				.filter((shown) -> FIRST_THAT_KEEP_THE_KEY.stream().noneMatch(isOfTheLineOf(shown))))
			.map((build) -> !keepsTheKey(build))
			.orElse(false);
	}

	private static Predicate<ServerBuild> isOfTheLineOf(ServerBuild build) {
		return (first) -> first.major() == build.major() && first.minor() == build.minor()
				&& first.build() == build.build();
	}

	private static boolean keepsTheKey(ServerBuild build) {
		return FIRST_THAT_KEEP_THE_KEY.stream()
			.filter(isOfTheLineOf(build))
			.findFirst()
			.map((first) -> build.compareTo(first) >= 0)
			.orElseGet(() -> build.compareTo(FIRST_THAT_KEEP_THE_KEY.getLast()) > 0);
	}

	private Optional<ServerBuild> exactBuild(ExchangeServer server) {
		return (this.exchange.readings()
			.get(server.fqdn().toLowerCase(Locale.ROOT)) instanceof ServerReading.Answered answered)
					? answered.exactBuild() : Optional.empty();
	}

}
