package io.hybridge.step.oauth;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.AuthConfiguration;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.change.SwitchAuthServer;
import io.hybridge.step.examination.ExaminationBuilder;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.TenantNames;
import io.hybridge.step.observation.TenantNames.Belonging;
import io.hybridge.step.readback.MetadataAddress;
import io.hybridge.web.text.StoredMessage;

/**
 * Who issues Exchange's tokens for this tenant, and as whom Exchange asks. An auth server
 * is what it stands for, whatever its name; one that serves another tenant is left alone.
 */
public final class AuthServerCheck {

	/** The issuer of server-to-server tokens in Microsoft's global cloud. */
	private static final String ISSUER = "00000001-0000-0000-c000-000000000000";

	/** The same cloud has its metadata there, too. */
	private static final Set<String> SIGN_IN_HOSTS = Set.of("login.microsoftonline.com", "login.windows.net");

	private static final int LONGEST_NAME = 64;

	private final ExchangeState exchange;

	private final TargetState target;

	private final TenantNames tenant;

	private final ExaminationBuilder notes;

	public AuthServerCheck(Observation observation, ExchangeState exchange, TargetState target,
			ExaminationBuilder notes) {
		this.exchange = exchange;
		this.target = target;
		this.tenant = TenantNames.of(observation, target.domain());
		this.notes = notes;
	}

	public void examine() {
		configuration(this.exchange.authConfiguration());
		if (this.target.metadataUrl().isEmpty()) {
			this.notes.found(unknown());
			leave(List.of());
			return;
		}
		List<AuthServer> own = issuing(Belonging.OWN);
		List<AuthServer> unknown = issuing(Belonging.UNKNOWN);
		List<AuthServer> fit = own.stream().filter(this::isAddressedRightly).toList();
		List<AuthServer> used = fit.stream().filter(AuthServer::enabled).toList();
		used.forEach((server) -> this.notes.found(meets(server)));
		if (!used.isEmpty()) {
			fit.stream()
				.filter((server) -> !server.enabled())
				.forEach((server) -> this.notes.found(spare(server, used.getFirst())));
		}
		else if (!fit.isEmpty()) {
			enable(fit.getFirst());
		}
		else if (!own.isEmpty()) {
			redirect(own.getFirst());
		}
		List<AuthServer> foreign = issuing(Belonging.FOREIGN);
		List<AuthServer> told = own;
		if (own.isEmpty() && unknown.isEmpty()) {
			create(foreign);
			told = foreign;
		}
		unknown.forEach((server) -> this.notes.found(unclear(server, own.isEmpty())));
		foreign.forEach((server) -> this.notes.found(foreign(server)));
		leave(told);
	}

	private void configuration(AuthConfiguration configuration) {
		String service = configuration.serviceName();
		if (!service.isBlank() && !service.equalsIgnoreCase(Microsoft365.EXCHANGE_ONLINE)) {
			this.notes.found(Finding.of("AUTH-CONFIG-SERVICE-NAME", FindingLevel.BLOCKS, "Auth Configuration",
					StoredMessage.of("seen.service-name", service), service, Microsoft365.EXCHANGE_ONLINE));
		}
		else if (!service.isBlank()) {
			this.notes.found(Finding.of("AUTH-CONFIG-MEETS", FindingLevel.MEETS, "Auth Configuration",
					StoredMessage.of("seen.service-name", service)));
		}
		if (!configuration.realm().isBlank()) {
			this.notes.found(Finding.of("AUTH-CONFIG-REALM", FindingLevel.NOTE, "Auth Configuration",
					StoredMessage.of("seen.realm", configuration.realm()), configuration.realm()));
		}
	}

	/** By name, so that two looks at the same servers come to the same. */
	private List<AuthServer> issuing(Belonging whose) {
		return this.exchange.authServers()
			.stream()
			.filter(this::issuesTokens)
			.filter((server) -> belonging(server) == whose)
			.sorted(Comparator.comparing((server) -> server.name().toLowerCase(Locale.ROOT)))
			.toList();
	}

	/** EvoSTS and its like sign people in; the push asks none of them. */
	private boolean issuesTokens(AuthServer server) {
		return server.type().equalsIgnoreCase("MicrosoftACS") || server.issuer().startsWith(ISSUER)
				|| (server.type().isBlank() && host(server.metadataUrl()).equals(host(this.target.metadataUrl())));
	}

	/** What Exchange learned from the metadata counts before the address it was told. */
	private Belonging belonging(AuthServer server) {
		Belonging learned = server.realm().isBlank() ? Belonging.UNKNOWN : this.tenant.of(server.realm());
		return (learned != Belonging.UNKNOWN) ? learned : this.tenant.of(addressed(server));
	}

	private boolean isAddressedRightly(AuthServer server) {
		String host = host(server.metadataUrl());
		return host.equals(host(this.target.metadataUrl())) || (!server.realm().isBlank()
				&& this.target.cloud() == KnownCloud.GLOBAL && SIGN_IN_HOSTS.contains(host));
	}

	private void enable(AuthServer server) {
		this.notes.found(finding("AUTH-SERVER-DISABLED", FindingLevel.DIFFERS, server,
				StoredMessage.of("seen.auth-server-disabled", server.metadataUrl())));
		this.notes.plan(new SwitchAuthServer(server.name(), server.metadataUrl(), true));
	}

	private void redirect(AuthServer server) {
		String wanted = this.target.metadataUrl();
		this.notes.found(finding("AUTH-SERVER-DIFFERS", FindingLevel.DIFFERS, server,
				StoredMessage.of("seen.plain", server.metadataUrl())));
		this.notes.plan(new SetAuthServer(server.name(), server.metadataUrl(), wanted));
		if (!server.enabled()) {
			this.notes.plan(new SwitchAuthServer(server.name(), wanted, true));
		}
	}

	/** Why there is to be a second one, and of that name, stands in the plan. */
	private void create(List<AuthServer> foreign) {
		String name = freeName();
		foreign.forEach((server) -> this.notes.leaves(StoredMessage.of("untouched.auth-server-of-another-tenant",
				server.name(), named(server), this.target.domain().value(), name)));
		this.notes.found(Finding
			.of("AUTH-SERVER-MISSING", FindingLevel.DIFFERS, name, StoredMessage.of("seen.absent"),
					this.target.domain().value())
			.shownBy(this.exchange.answeredBy(), records(this.exchange.authServers())));
		this.notes.plan(new SetAuthServer(name, null, this.target.metadataUrl()));
	}

	/** Whether one of them is right cannot be said. */
	private Finding unknown() {
		return Finding
			.of("AUTH-SERVER-UNKNOWN-IN-CLOUD", FindingLevel.BLOCKS, this.target.cloud().getTitle(),
					StoredMessage.of("seen.cloud-without-auth-server"), this.target.cloud().getTitle())
			.shownBy(this.exchange.answeredBy(), records(this.exchange.authServers()));
	}

	private Finding meets(AuthServer server) {
		return finding("AUTH-SERVER-MEETS", FindingLevel.MEETS, server,
				StoredMessage.of("seen.plain", server.metadataUrl()))
			.under(StoredMessage.of("seen.serves-tenant", this.target.domain().value()));
	}

	private Finding spare(AuthServer server, AuthServer used) {
		return finding("AUTH-SERVER-SPARE", FindingLevel.NOTE, server,
				StoredMessage.of("seen.auth-server-disabled", server.metadataUrl()), used.name());
	}

	private Finding foreign(AuthServer server) {
		return finding("AUTH-SERVER-OTHER-TENANT", FindingLevel.NOTE, server,
				StoredMessage.of("seen.plain", server.metadataUrl()), tenantOf(server), this.target.domain().value())
			.under(StoredMessage.of("seen.serves-tenant", tenantOf(server)));
	}

	private Finding unclear(AuthServer server, boolean decides) {
		return finding("AUTH-SERVER-UNCLEAR", decides ? FindingLevel.UNKNOWN : FindingLevel.NOTE, server,
				StoredMessage.of("seen.plain", server.metadataUrl()), this.target.domain().value());
	}

	private Finding finding(String code, FindingLevel level, AuthServer server, StoredMessage seen, String... more) {
		Object[] values = Stream.concat(Stream.of(server.name()), Stream.of(more)).toArray();
		return Finding.of(code, level, server.name(), seen, values)
			.shownBy(this.exchange.answeredBy(), records(List.of(server)));
	}

	private void leave(List<AuthServer> told) {
		String others = this.exchange.authServers()
			.stream()
			.filter((server) -> !told.contains(server))
			.map(AuthServer::name)
			.collect(Collectors.joining(", "));
		if (!others.isEmpty()) {
			this.notes.leaves(StoredMessage.of("untouched.auth-servers", others));
		}
	}

	private String freeName() {
		String domain = "ACS - " + this.target.domain().value();
		String second = domain.substring(0, Math.min(domain.length(), LONGEST_NAME - 3)).replaceAll("[.-]+$", "");
		return Stream
			.concat(Stream.of(TargetState.AUTH_SERVER, second),
					Stream.iterate(2, (number) -> number + 1).map((number) -> second + " " + number))
			.filter((name) -> this.exchange.authServer(name).isEmpty())
			.findFirst()
			.orElseThrow();
	}

	private static String tenantOf(AuthServer server) {
		return Stream.of(server.realm(), addressed(server), server.metadataUrl())
			.filter((name) -> !name.isBlank())
			.findFirst()
			.orElse("?");
	}

	/** By the name in its address, which says more than an ID. */
	private static String named(AuthServer server) {
		return addressed(server).isBlank() ? tenantOf(server) : addressed(server);
	}

	private static String addressed(AuthServer server) {
		return MetadataAddress.of(server.metadataUrl()).map(MetadataAddress::realm).orElse("");
	}

	private static String host(String address) {
		return MetadataAddress.of(address).map(MetadataAddress::host).orElse("");
	}

	/** As Get-AuthServer lists them. */
	private static String records(List<AuthServer> servers) {
		return servers.stream()
			.map((server) -> String.join("\n", "Name             : " + server.name(),
					"Type             : " + server.type(),
					"Enabled          : " + (server.enabled() ? "True" : "False"),
					"AuthMetadataUrl  : " + server.metadataUrl(), "Realm            : " + server.realm(),
					"IssuerIdentifier : " + server.issuer()))
			.collect(Collectors.joining("\n\n"));
	}

}
