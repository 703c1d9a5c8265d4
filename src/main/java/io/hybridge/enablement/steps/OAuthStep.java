package io.hybridge.enablement.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.enablement.StepName;
import io.hybridge.enablement.Text;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.microsoft365.TenantReading.TenantKey;

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
			case Side.Seen<ExchangeState>(ExchangeState exchange) -> new Examiner(world, exchange, goal).examine();
			case Side.NotSeen<ExchangeState>(var failure) -> Examination.of(List.of(Unreached.exchange(failure)));
			case Side.SignInNeeded<ExchangeState>() -> Examination.of(List.of());
			case Side.NotAsked<ExchangeState>() -> Examination.of(List.of());
		};
	}

	/** Collects findings and changes in the order of the article. */
	private static final class Examiner {

		private final World world;

		private final ExchangeState exchange;

		private final Goal goal;

		private final AuthCertificates certificates;

		private final List<Finding> findings = new ArrayList<>();

		private final List<Change> changes = new ArrayList<>();

		private final List<Text> sideEffects = new ArrayList<>();

		private final List<Text> untouched = new ArrayList<>();

		private List<Examination.Candidate> candidates = List.of();

		private boolean exposure;

		Examiner(World world, ExchangeState exchange, Goal goal) {
			this.world = world;
			this.exchange = exchange;
			this.goal = goal;
			this.certificates = new AuthCertificates(exchange, world.takenAt());
		}

		Examination examine() {
			servers();
			Optional<Signer> signer = certificate();
			authServer();
			partnerApplication();
			tenantKey(signer);
			others();
			return new Examination(this.findings, this.changes, this.sideEffects, this.untouched, this.candidates,
					this.certificates.current().map((held) -> held.certificate().notAfter()),
					signer.flatMap((key) -> key.in(this.exchange)).map(Certificate::base64), this.exposure);
		}

		private void servers() {
			for (ExchangeServer server : this.exchange.servers()) {
				Finding gate = ServerGate.of(server);
				if (gate.verdict() != Verdict.MEETS) {
					this.findings.add(gate);
				}
				if (server.holdsMailboxes()) {
					reading(server).ifPresent(this.findings::add);
				}
			}
		}

		private Optional<Finding> reading(ExchangeServer server) {
			return switch (this.exchange.readings().get(server.fqdn().toLowerCase(java.util.Locale.ROOT))) {
				case ServerReading.Answered answered -> Optional.empty();
				case ServerReading.Unreached(var failure) -> Optional.of(Unreached.server(server.name(), failure));
				case ServerReading.NoAddress() -> Optional.of(noAddress(server));
				case null -> Optional.of(noAddress(server));
			};
		}

		private Finding noAddress(ExchangeServer server) {
			return Finding.of("SERVER-WITHOUT-ADDRESS", Verdict.UNKNOWN, server.name(), Text.of("seen.no-address"),
					server.name());
		}

		private Optional<Signer> certificate() {
			Optional<ServerCertificate> current = this.certificates.current();
			if (current.isPresent() && this.certificates.unfit(current.get()).isEmpty()) {
				return Optional.of(reuse(current.get()));
			}
			Text reason = current.flatMap(this.certificates::unfit)
				.orElseGet(() -> this.exchange.authConfiguration()
					.current()
					.map((thumbprint) -> Text.of("unfit.nowhere", thumbprint.brief()))
					.orElseGet(() -> Text.of("unfit.none")));
			return replace(reason);
		}

		private Signer reuse(ServerCertificate held) {
			Certificate certificate = held.certificate();
			long days = Duration.between(this.world.takenAt(), certificate.notAfter()).toDays();
			this.findings.add(Finding
				.of("CERTIFICATE-REUSED", Verdict.MEETS, certificate.thumbprint().brief(),
						Text.of("seen.certificate", certificate.notAfter(), days))
				.under(Text.of("seen.plain", held.friendlyName())));
			if (days < AuthCertificates.RENEW_BEFORE.toDays()) {
				this.findings.add(Finding.of("CERTIFICATE-EXPIRES-SOON", Verdict.NOTE, certificate.thumbprint().brief(),
						Text.of("seen.certificate", certificate.notAfter(), days), days));
			}
			return Signer.Present.of(certificate);
		}

		private Optional<Signer> replace(Text reason) {
			List<ServerCertificate> fit = this.certificates.candidates();
			Optional<ServerCertificate> chosen = this.goal.chosenCertificate()
				.flatMap((thumbprint) -> fit.stream()
					.filter((candidate) -> candidate.certificate().thumbprint().equals(thumbprint))
					.findFirst());
			if (fit.size() > 1 && chosen.isEmpty()) {
				this.candidates = fit.stream().map(this.certificates::shown).toList();
				this.findings
					.add(Finding.of("CERTIFICATE-CHOICE", Verdict.CHOOSE, "Auth Configuration", reason, fit.size()));
				return Optional.empty();
			}
			String former = this.exchange.authConfiguration().current().map(Thumbprint::value).orElse("");
			this.findings.add(Finding.of("CERTIFICATE-UNFIT", Verdict.DIFFERS, "Auth Configuration", reason,
					former.isEmpty() ? "" : new Thumbprint(former).brief()));
			Signer signer = chosen.or(() -> fit.stream().findFirst())
				.<Signer>map((candidate) -> Signer.Present.of(candidate.certificate()))
				.orElseGet(this::make);
			this.changes.add(new SetAuthCertificate(former, signer));
			this.sideEffects.add(Text.of("side-effect.certificate-takes-over"));
			return Optional.of(signer);
		}

		private Signer make() {
			this.changes
				.add(new CreateAuthCertificate(Goal.FRIENDLY_NAME, this.goal.domain(), this.goal.newKeyIdentifier()));
			this.sideEffects.add(Text.of("side-effect.new-certificate"));
			return new Signer.ToBeMade(this.goal.newKeyIdentifier());
		}

		private void authServer() {
			Optional<AuthServer> server = this.exchange.authServer(Goal.AUTH_SERVER);
			String wanted = this.goal.metadataUrl();
			if (server.isEmpty()) {
				this.findings.add(Finding.of("AUTH-SERVER-MISSING", Verdict.DIFFERS, Goal.AUTH_SERVER,
						Text.of("seen.absent"), wanted));
				this.changes.add(new SetAuthServer(Goal.AUTH_SERVER, null, wanted));
			}
			else if (MetadataAddress.sameMeaning(server.get().metadataUrl(), wanted)) {
				this.findings.add(Finding.of("AUTH-SERVER-MEETS", Verdict.MEETS, Goal.AUTH_SERVER,
						Text.of("seen.plain", server.get().metadataUrl())));
			}
			else {
				this.findings.add(Finding.of("AUTH-SERVER-DIFFERS", Verdict.DIFFERS, Goal.AUTH_SERVER,
						Text.of("seen.plain", server.get().metadataUrl()), wanted));
				this.changes.add(new SetAuthServer(Goal.AUTH_SERVER, server.get().metadataUrl(), wanted));
			}
		}

		private void partnerApplication() {
			boolean enabled = this.exchange.partnerApplications()
				.stream()
				.anyMatch((application) -> application.enabled()
						&& application.applicationIdentifier().equalsIgnoreCase(Goal.EXCHANGE_ONLINE));
			this.findings.add(Finding.of(enabled ? "PARTNER-MEETS" : "PARTNER-MISSING",
					enabled ? Verdict.MEETS : Verdict.BLOCKS, "Exchange Online",
					Text.of(enabled ? "seen.enabled" : "seen.absent-or-disabled"), Goal.EXCHANGE_ONLINE));
		}

		private void tenantKey(Optional<Signer> signer) {
			switch (this.world.tenant()) {
				case Side.Seen<TenantReading.Seen>(TenantReading.Seen tenant) -> tenant.principal()
					.ifPresentOrElse((principal) -> signer.ifPresent((key) -> key(principal, key, tenant)),
							() -> this.findings.add(Finding.of("PRINCIPAL-MISSING", Verdict.BLOCKS, "Exchange Online",
									Text.of("seen.absent"), tenant.displayName())));
				case Side.NotSeen<TenantReading.Seen>(var failure) -> this.findings.add(Unreached.tenant(failure));
				case Side.SignInNeeded<TenantReading.Seen>() -> this.findings.add(Unreached.signInNeeded(this.goal));
				case Side.NotAsked<TenantReading.Seen>() -> this.findings.add(Unreached.signInNeeded(this.goal));
			}
		}

		private void key(Principal principal, Signer signer, TenantReading.Seen tenant) {
			boolean there = signer.in(this.exchange).map(Certificate::sha256).flatMap(principal::key).isPresent();
			List<String> lost = principal.keys()
				.stream()
				.filter((key) -> key.certificate().isEmpty())
				.map(TenantKey::keyId)
				.toList();
			if (there) {
				this.findings.add(Finding
					.of("TENANT-KEY-MEETS", Verdict.MEETS, "Exchange Online",
							Text.of("seen.keys-with-ours", principal.keys().size(), signer.brief()))
					.shownBy("Microsoft Graph", tenant.evidence()));
			}
			else if (!lost.isEmpty()) {
				this.findings.add(Finding
					.of("TENANT-KEYS-UNREADABLE", Verdict.BLOCKS, "Exchange Online",
							Text.of("seen.keys-without-bytes", String.join(", ", lost)), String.join(", ", lost))
					.shownBy("Microsoft Graph", tenant.evidence()));
			}
			else if (!tenant.mayWriteKeys()) {
				this.findings.add(Finding.of("ROLE-MISSING", Verdict.BLOCKS, tenant.signedInAs(),
						Text.of("seen.roles", String.join(", ", tenant.roles())), tenant.signedInAs()));
			}
			else {
				this.findings.add(Finding
					.of("TENANT-KEY-MISSING", Verdict.DIFFERS, "Exchange Online",
							Text.of("seen.keys-without-ours", principal.keys().size(), signer.brief()), signer.brief())
					.shownBy("Microsoft Graph", tenant.evidence()));
				this.changes.add(new AddTenantKey(signer, Fingerprints.of(principal)));
				this.sideEffects.add(Text.of("side-effect.key-takes-minutes"));
				this.exposure = true;
			}
			inventory(principal, signer);
		}

		private void inventory(Principal principal, Signer signer) {
			Optional<String> ours = signer.in(this.exchange).map(Certificate::sha256);
			for (TenantKey key : principal.keys()) {
				boolean foreign = key.certificate().map(Certificate::sha256).filter(ours.orElse("")::equals).isEmpty();
				if (foreign) {
					this.findings.add(foreignKey(key));
				}
			}
			long foreign = principal.keys().size() - (ours.flatMap(principal::key).isPresent() ? 1 : 0);
			if (foreign > 0) {
				this.untouched.add(Text.of("untouched.keys", foreign));
			}
		}

		private Finding foreignKey(TenantKey key) {
			boolean expired = key.end() != null && !key.end().isAfter(this.world.takenAt());
			String name = key.certificate().map((held) -> held.thumbprint().brief()).orElse(key.keyId());
			Instant end = (key.end() != null) ? key.end() : Instant.EPOCH;
			return Finding.of(expired ? "FOREIGN-KEY-EXPIRED" : "FOREIGN-KEY", Verdict.NOTE, name,
					Text.of(expired ? "seen.key-expired" : "seen.key-valid", end), name);
		}

		private void others() {
			List<String> servers = this.exchange.authServers()
				.stream()
				.map(AuthServer::name)
				.filter((name) -> !name.equalsIgnoreCase(Goal.AUTH_SERVER))
				.toList();
			if (!servers.isEmpty()) {
				this.untouched.add(Text.of("untouched.auth-servers", String.join(", ", servers)));
			}
			List<String> web = Stores.onEntryServer(this.exchange)
				.filter((held) -> held.services().stream().anyMatch((service) -> service.equalsIgnoreCase("IIS")))
				.map((held) -> held.certificate().thumbprint().brief())
				.toList();
			if (!web.isEmpty()) {
				this.untouched.add(Text.of("untouched.web-certificates", String.join(", ", web)));
			}
			this.untouched.add(Text.of("untouched.partner"));
		}

	}

}
