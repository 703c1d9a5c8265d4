package io.hybridge.run.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeProduct;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.run.status.Expiry.Kind;
import io.hybridge.step.EwsEnd;
import io.hybridge.step.observation.Observation;

/** What ends when, as far as one look saw it. */
final class ObservedExpiries {

	private ObservedExpiries() {
	}

	static List<Expiry> onPremises(ExchangeState exchange) {
		return Stream
			.of(certificate(exchange).stream(), next(exchange).stream(),
					products(exchange).flatMap(ObservedExpiries::ends), ews(exchange))
			.flatMap((each) -> each)
			.toList();
	}

	/** The entry with which Microsoft checks what the servers sign with. */
	static Optional<Expiry> key(ExchangeState exchange, TenantReading.Seen tenant, Observation world) {
		return signing(exchange).flatMap((certificate) -> tenant.principal()
			.flatMap((principal) -> principal.honored(certificate.sha256(), world.takenAt()))
			.filter((key) -> key.end() != null)
			.map((key) -> new Expiry(Kind.TENANT_KEY, certificate.thumbprint().toString(), key.end())));
	}

	private static Optional<Expiry> certificate(ExchangeState exchange) {
		return signing(exchange).map((certificate) -> new Expiry(Kind.AUTH_CERTIFICATE,
				certificate.thumbprint().toString(), certificate.notAfter()));
	}

	private static Optional<Expiry> next(ExchangeState exchange) {
		return exchange.authConfiguration()
			.next()
			.flatMap((next) -> exchange.authConfiguration()
				.nextEffective()
				.map((at) -> new Expiry(Kind.NEXT_CERTIFICATE, next.toString(), at)));
	}

	private static Stream<ExchangeProduct> products(ExchangeState exchange) {
		return exchange.servers()
			.stream()
			.flatMap((server) -> exchange.exactBuild(server).or(server::build).stream())
			.flatMap((build) -> ExchangeProduct.of(build).stream())
			.distinct();
	}

	private static Stream<Expiry> ends(ExchangeProduct product) {
		return Stream.concat(
				product.supportEnd().map((day) -> new Expiry(Kind.EXCHANGE_SUPPORT, product.name(), end(day))).stream(),
				product.soldUntil().map((day) -> new Expiry(Kind.UPDATES_SOLD, product.name(), end(day))).stream());
	}

	private static Stream<Expiry> ews(ExchangeState exchange) {
		return EwsEnd.concerned(exchange).isEmpty() ? Stream.empty()
				: Stream.of(new Expiry(Kind.EWS_END, "Exchange Online", end(EwsEnd.DAY)));
	}

	private static Instant end(LocalDate lastDay) {
		return lastDay.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	private static Optional<Certificate> signing(ExchangeState exchange) {
		return exchange.authConfiguration()
			.current()
			.flatMap((current) -> exchange.readings()
				.values()
				.stream()
				.flatMap((reading) -> (reading instanceof ServerReading.Answered answered)
						? answered.certificates().stream() : Stream.empty())
				.map(ExchangeState.ServerCertificate::certificate)
				.filter((certificate) -> certificate.thumbprint().equals(current))
				.findFirst());
	}

}
