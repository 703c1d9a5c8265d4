package io.hybridge.step.observation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.exchange.ExchangeState.ServerReading;

/** Finds certificates in the servers' stores. */
public final class CertificateStores {

	private CertificateStores() {
	}

	public static Stream<ServerCertificate> onEntryServer(ExchangeState exchange) {
		return on(exchange, exchange.answeredBy()).stream().flatMap(List::stream);
	}

	/**
	 * The certificates of a server.
	 * @param fqdn of the server
	 * @return its certificates, or empty when the server did not answer
	 */
	public static Optional<List<ServerCertificate>> on(ExchangeState exchange, String fqdn) {
		return (exchange.readings().get(fqdn.toLowerCase(Locale.ROOT)) instanceof ServerReading.Answered answered)
				? Optional.of(answered.certificates()) : Optional.empty();
	}

	public static List<Certificate> withKeyIdentifier(ExchangeState exchange, String subjectKeyIdentifier) {
		return onEntryServer(exchange).map(ServerCertificate::certificate)
			.filter((certificate) -> certificate.subjectKeyIdentifier()
				.filter(subjectKeyIdentifier::equalsIgnoreCase)
				.isPresent())
			.toList();
	}

}
