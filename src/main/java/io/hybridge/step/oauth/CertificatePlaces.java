package io.hybridge.step.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.step.observation.CertificateStores;

/** On which mailbox servers a certificate is, and with its key. */
final class CertificatePlaces {

	private final Map<ExchangeServer, Place> places = new LinkedHashMap<>();

	private final ExchangeState exchange;

	private final Thumbprint thumbprint;

	CertificatePlaces(ExchangeState exchange, Thumbprint thumbprint) {
		this.exchange = exchange;
		this.thumbprint = thumbprint;
		exchange.servers()
			.stream()
			.filter(ExchangeServer::handsOnNotifications)
			.forEach((server) -> this.places.put(server, place(server)));
	}

	/** The certificate itself, from whichever server holds it; the entry server first. */
	Optional<Certificate> certificate() {
		return CertificateStores.onEntryServer(this.exchange)
			.filter(this::isMeant)
			.findFirst()
			.or(() -> this.places.keySet().stream().flatMap((server) -> stored(server).stream()).findFirst())
			.map(ServerCertificate::certificate);
	}

	/** The name that a server's store gives it, if any server tells. */
	Optional<String> friendlyName() {
		return this.places.keySet()
			.stream()
			.flatMap((server) -> stored(server).stream())
			.flatMap((stored) -> stored.friendlyName().stream())
			.findFirst();
	}

	/** Whether some server signs with it, as far as anybody can tell. */
	boolean mayBeUsed() {
		return this.places.values().stream().anyMatch(Place::mayBeUsed);
	}

	List<ExchangeServer> at(Place place) {
		return this.places.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == place)
			.map(Map.Entry::getKey)
			.toList();
	}

	String namesOfHolders() {
		return String.join(", ",
				this.places.keySet()
					.stream()
					.filter((server) -> stored(server).isPresent())
					.map(ExchangeServer::name)
					.toList());
	}

	private Place place(ExchangeServer server) {
		if (CertificateStores.on(this.exchange, server.fqdn()).isEmpty()) {
			return Place.UNSEEN;
		}
		return stored(server).map((stored) -> switch (stored.privateKey()) {
			case PRESENT -> Place.WITH_KEY;
			case ABSENT -> Place.WITHOUT_KEY;
			case UNKNOWN -> Place.KEY_UNKNOWN;
		}).orElse(Place.MISSING);
	}

	private Optional<ServerCertificate> stored(ExchangeServer server) {
		return CertificateStores.on(this.exchange, server.fqdn())
			.flatMap((store) -> store.stream().filter(this::isMeant).findFirst());
	}

	private boolean isMeant(ServerCertificate stored) {
		return stored.certificate().thumbprint().equals(this.thumbprint);
	}

	/** The mailbox servers that show it to each other when they hand on mail. */
	List<String> inTransportOf() {
		return this.places.keySet().stream().filter(this::isInTransport).map(ExchangeServer::name).toList();
	}

	private boolean isInTransport(ExchangeServer server) {
		return this.exchange.readings()
			.get(server.fqdn().toLowerCase(Locale.ROOT)) instanceof ServerReading.Answered answered
				&& answered.transportCertificate().equals(Optional.of(this.thumbprint));
	}

	/** How a certificate is on one server. */
	enum Place {

		WITH_KEY, KEY_UNKNOWN, WITHOUT_KEY, MISSING, UNSEEN;

		private boolean mayBeUsed() {
			return this == WITH_KEY || this == KEY_UNKNOWN || this == UNSEEN;
		}

	}

}
