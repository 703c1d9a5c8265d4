package io.hybridge.step;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.ExaminationBuilder;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.examination.UnreachableFindings;
import io.hybridge.step.oauth.AuthCertificateChoice;
import io.hybridge.step.oauth.AuthServerCheck;
import io.hybridge.step.oauth.NextCertificateCheck;
import io.hybridge.step.oauth.ObjectSettings;
import io.hybridge.step.oauth.TenantKeyCheck;
import io.hybridge.step.observation.CertificateStores;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.web.text.StoredMessage;

/**
 * Server-to-server OAuth: auth certificate, auth configuration, auth server, key in the
 * tenant. A certificate that is there and good is reused, never needlessly replaced.
 */
final class OAuthStep implements Step {

	@Override
	public StepName name() {
		return StepName.OAUTH;
	}

	@Override
	public boolean asksExchange() {
		return true;
	}

	@Override
	public boolean asksTenant() {
		return true;
	}

	@Override
	public Examination examine(Observation observation, TargetState target) {
		return switch (observation.exchange()) {
			case Reading.Seen<ExchangeState>(ExchangeState exchange) -> examine(observation, exchange, target);
			case Reading.NotSeen<ExchangeState>(var failure) ->
				Examination.of(List.of(UnreachableFindings.exchange(failure)));
			case Reading.SignInNeeded<ExchangeState>() -> throw Reading.notAsked("Exchange");
			case Reading.NotAsked<ExchangeState>() -> throw Reading.notAsked("Exchange");
		};
	}

	private Examination examine(Observation observation, ExchangeState exchange, TargetState target) {
		ExaminationBuilder notes = new ExaminationBuilder();
		servers(exchange, notes);
		AuthServerCheck authServer = new AuthServerCheck(observation, exchange, target, notes);
		AuthCertificateChoice choice = new AuthCertificateChoice(observation, exchange, target);
		// What can be refused comes first, unless an outage would wait for it.
		if (choice.expired().isEmpty()) {
			authServer.examine();
		}
		Optional<AuthCertificateRef> signer = choice.decide(notes);
		if (choice.expired().isPresent()) {
			authServer.examine();
		}
		partnerApplication(exchange, notes);
		TenantKeyCheck key = new TenantKeyCheck(observation, exchange, notes);
		key.examine(signer, target);
		choice.reused()
			.ifPresent((current) -> new NextCertificateCheck(exchange, current, target, observation.takenAt())
				.examine(key, notes));
		untouched(exchange, notes);
		boolean exposure = notes.changes().stream().anyMatch(AddTenantKey.class::isInstance);
		ObjectSettings settings = new ObjectSettings(exchange.answeredBy(), signer, target);
		return new Examination(notes.findings().stream().map(settings::around).toList(), notes.changes(),
				notes.sideEffects(), notes.untouched(), choice.candidates(), first(choice.expires(), key.ends()),
				signer.flatMap((certificate) -> certificate.in(exchange)).map(Certificate::base64), exposure)
			.answeredBy(exchange.answeredBy());
	}

	private static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
		return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
	}

	private static void servers(ExchangeState exchange, ExaminationBuilder notes) {
		if (exchange.servers().isEmpty()) {
			notes.found(UnreachableFindings.withoutServers(exchange.answeredBy()));
		}
		for (ExchangeServer server : exchange.servers()) {
			if (server.handsOnNotifications()) {
				unseen(server, exchange).ifPresent(notes::found);
			}
		}
	}

	private static Optional<Finding> unseen(ExchangeServer server, ExchangeState exchange) {
		return switch (exchange.readings().get(server.fqdn().toLowerCase(Locale.ROOT))) {
			case ServerReading.Answered answered -> Optional.empty();
			case ServerReading.Unreached(var failure) ->
				Optional.of(UnreachableFindings.server(server.name(), failure));
			case ServerReading.NoAddress() -> Optional.of(UnreachableFindings.withoutAddress(server.name()));
			case ServerReading.NotBrought() -> Optional.of(UnreachableFindings.notBrought(server.name()));
			case null -> Optional.of(UnreachableFindings.withoutAddress(server.name()));
		};
	}

	private static void partnerApplication(ExchangeState exchange, ExaminationBuilder notes) {
		boolean enabled = exchange.partnerApplications()
			.stream()
			.anyMatch((application) -> application.enabled()
					&& application.applicationIdentifier().equalsIgnoreCase(Microsoft365.EXCHANGE_ONLINE));
		notes.found(enabled
				? Finding.of("PARTNER-MEETS", FindingLevel.MEETS, "Exchange Online",
						StoredMessage.of("seen.partner-enabled"))
				: Finding.of("PARTNER-MISSING", FindingLevel.BLOCKS, "Exchange Online",
						StoredMessage.of("seen.absent-or-disabled"), Microsoft365.EXCHANGE_ONLINE));
	}

	private static void untouched(ExchangeState exchange, ExaminationBuilder notes) {
		List<String> web = CertificateStores.onEntryServer(exchange)
			.filter((stored) -> stored.isKnownToServe("IIS"))
			.map((stored) -> stored.certificate().thumbprint().brief())
			.toList();
		if (!web.isEmpty()) {
			notes.leaves(StoredMessage.of("untouched.web-certificates", String.join(", ", web)));
		}
		notes.leaves(StoredMessage.of("untouched.partner"));
	}

}
