package io.hybridge.enablement.steps;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.enablement.StepName;
import io.hybridge.enablement.Text;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.ServerReading;

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
	public Examination examine(World world, Goal goal) {
		return switch (world.exchange()) {
			case Side.Seen<ExchangeState>(ExchangeState exchange) -> examine(world, exchange, goal);
			case Side.NotSeen<ExchangeState>(var failure) -> Examination.of(List.of(Unreached.exchange(failure)));
			case Side.SignInNeeded<ExchangeState>() -> Examination.of(List.of());
			case Side.NotAsked<ExchangeState>() -> Examination.of(List.of());
		};
	}

	private Examination examine(World world, ExchangeState exchange, Goal goal) {
		Notes notes = new Notes();
		servers(exchange, notes);
		SignerChoice choice = new SignerChoice(exchange, goal, world.takenAt());
		Optional<Signer> signer = choice.decide(notes);
		authServer(exchange, goal, notes);
		partnerApplication(exchange, notes);
		new TenantKeyCheck(world, exchange, notes).examine(signer, goal);
		untouched(exchange, notes);
		boolean exposure = notes.changes().stream().anyMatch(AddTenantKey.class::isInstance);
		return new Examination(notes.findings(), notes.changes(), notes.sideEffects(), notes.untouched(),
				choice.candidates(), choice.expires(),
				signer.flatMap((key) -> key.in(exchange)).map(Certificate::base64), exposure);
	}

	private static void servers(ExchangeState exchange, Notes notes) {
		for (ExchangeServer server : exchange.servers()) {
			Finding gate = ServerGate.of(server);
			if (gate.verdict() != Verdict.MEETS) {
				notes.found(gate);
			}
			if (server.holdsMailboxes()) {
				unseen(server, exchange).ifPresent(notes::found);
			}
		}
	}

	private static Optional<Finding> unseen(ExchangeServer server, ExchangeState exchange) {
		return switch (exchange.readings().get(server.fqdn().toLowerCase(Locale.ROOT))) {
			case ServerReading.Answered answered -> Optional.empty();
			case ServerReading.Unreached(var failure) -> Optional.of(Unreached.server(server.name(), failure));
			case ServerReading.NoAddress() -> Optional.of(Unreached.withoutAddress(server.name()));
			case null -> Optional.of(Unreached.withoutAddress(server.name()));
		};
	}

	private static void authServer(ExchangeState exchange, Goal goal, Notes notes) {
		String wanted = goal.metadataUrl();
		String found = exchange.authServer(Goal.AUTH_SERVER).map(AuthServer::metadataUrl).orElse(null);
		if (found != null && MetadataAddress.sameMeaning(found, wanted)) {
			notes.found(Finding.of("AUTH-SERVER-MEETS", Verdict.MEETS, Goal.AUTH_SERVER, Text.of("seen.plain", found)));
			return;
		}
		notes.found((found == null)
				? Finding.of("AUTH-SERVER-MISSING", Verdict.DIFFERS, Goal.AUTH_SERVER, Text.of("seen.absent"))
				: Finding.of("AUTH-SERVER-DIFFERS", Verdict.DIFFERS, Goal.AUTH_SERVER, Text.of("seen.plain", found)));
		notes.plan(new SetAuthServer(Goal.AUTH_SERVER, found, wanted));
	}

	private static void partnerApplication(ExchangeState exchange, Notes notes) {
		boolean enabled = exchange.partnerApplications()
			.stream()
			.anyMatch((application) -> application.enabled()
					&& application.applicationIdentifier().equalsIgnoreCase(Goal.EXCHANGE_ONLINE));
		notes.found(
				enabled ? Finding.of("PARTNER-MEETS", Verdict.MEETS, "Exchange Online", Text.of("seen.partner-enabled"))
						: Finding.of("PARTNER-MISSING", Verdict.BLOCKS, "Exchange Online",
								Text.of("seen.absent-or-disabled"), Goal.EXCHANGE_ONLINE));
	}

	private static void untouched(ExchangeState exchange, Notes notes) {
		List<String> servers = exchange.authServers()
			.stream()
			.map(AuthServer::name)
			.filter((name) -> !name.equalsIgnoreCase(Goal.AUTH_SERVER))
			.toList();
		if (!servers.isEmpty()) {
			notes.leaves(Text.of("untouched.auth-servers", String.join(", ", servers)));
		}
		List<String> web = Stores.onEntryServer(exchange)
			.filter((held) -> held.services().stream().anyMatch((service) -> service.equalsIgnoreCase("IIS")))
			.map((held) -> held.certificate().thumbprint().brief())
			.toList();
		if (!web.isEmpty()) {
			notes.leaves(Text.of("untouched.web-certificates", String.join(", ", web)));
		}
		notes.leaves(Text.of("untouched.partner"));
	}

}
