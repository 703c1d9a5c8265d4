package io.hybridge.lab.exchange.cmdlet;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.push.AuthMetadata;
import io.hybridge.lab.exchange.state.DomainController;
import io.hybridge.lab.exchange.state.ExchangeEffect;
import io.hybridge.lab.exchange.state.FabrikamExchange;
import io.hybridge.lab.exchange.state.OrganizationState.AuthServer;

/**
 * Cmdlets about auth servers and partner applications.
 */
final class AuthCmdlets {

	static final String ORGANIZATION = "CN=First Organization,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=fabrikam,DC=com";

	private static final String TASKS = "Microsoft.Exchange.Management.SystemConfigurationTasks.";

	private static final String ACS_HOST_NEEDED = "https://";

	private final ManagementShell shell;

	AuthCmdlets(ManagementShell shell) {
		this.shell = shell;
	}

	void register(Map<String, Function<CmdletParameters, List<CmdletObject>>> cmdlets) {
		cmdlets.put("Get-AuthServer", this::getAuthServer);
		cmdlets.put("New-AuthServer", this::newAuthServer);
		cmdlets.put("Set-AuthServer", this::setAuthServer);
		cmdlets.put("Remove-AuthServer", this::removeAuthServer);
		cmdlets.put("Get-PartnerApplication", this::getPartnerApplication);
	}

	private List<CmdletObject> getAuthServer(CmdletParameters parameters) {
		return parameters.text("Identity")
			.map((name) -> List.of(require(this.shell.readController(), name, "GetAuthServer")))
			.orElse(this.shell.shown().authServers())
			.stream()
			.map(this::shown)
			.toList();
	}

	private List<CmdletObject> newAuthServer(CmdletParameters parameters) {
		String name = parameters.text("Name").orElse("");
		AuthServer trusted = readMetadata(name, parameters.text("AuthMetadataUrl").orElse(""), "NewAuthServer")
			.whichIs(parameters.text("Enabled").map(Boolean::parseBoolean).orElse(true));
		LabExchange exchange = this.shell.exchange();
		synchronized (exchange) {
			if (this.shell.state().authServer(name).isPresent()) {
				throw CmdletFailure.of(TASKS + "NewAuthServer", "NotSpecified", "ADObjectAlreadyExistsException",
						"Active Directory operation failed on " + this.shell.writeController().fqdn()
								+ ". The object 'CN=" + name + ",CN=Auth Servers,CN=Auth Configuration," + ORGANIZATION
								+ "' already exists.",
						name);
			}
			refuseASecond(trusted, "NewAuthServer");
			this.shell.write(ExchangeEffect.AuthServerCreated, effect(trusted, ""));
		}
		return List.of(shown(require(name, "NewAuthServer")));
	}

	private List<CmdletObject> setAuthServer(CmdletParameters parameters) {
		AuthServer before = require(parameters.text("Identity").orElse(""), "SetAuthServer");
		Optional<String> address = parameters.text("AuthMetadataUrl");
		if (address.isPresent() || parameters.flag("RefreshAuthMetadata")) {
			updateAuthServer(before.name(), address.orElse(before.metadataUrl()));
		}
		parameters.text("Enabled").ifPresent((wanted) -> switchAuthServer(before.name(), Boolean.parseBoolean(wanted)));
		return List.of();
	}

	private void updateAuthServer(String name, String address) {
		AuthServer learned = readMetadata(name, address, "SetAuthServer");
		LabExchange exchange = this.shell.exchange();
		synchronized (exchange) {
			AuthServer now = require(name, "SetAuthServer");
			AuthServer trusted = learned.whichIs(now.enabled()).inPlaceOf(now);
			refuseASecond(trusted, "SetAuthServer");
			if (now.equals(trusted)) {
				warnOfNoChange(name);
			}
			else {
				this.shell.write(ExchangeEffect.AuthServerUpdated, effect(trusted, now.metadataUrl()));
			}
		}
	}

	/** Switches it without a look at the metadata. */
	private void switchAuthServer(String name, boolean wanted) {
		LabExchange exchange = this.shell.exchange();
		synchronized (exchange) {
			if (require(name, "SetAuthServer").enabled() == wanted) {
				warnOfNoChange(name);
			}
			else {
				this.shell.write(wanted ? ExchangeEffect.AuthServerEnabled : ExchangeEffect.AuthServerDisabled,
						LabExchange.values("name", name));
			}
		}
	}

	private void warnOfNoChange(String name) {
		this.shell.warn("The command completed successfully but no settings of '" + name + "' have been modified.");
	}

	/**
	 * Whether the real cmdlet refuses is not published, nor in which words; the lab takes
	 * the harder case, and a class that says nothing.
	 */
	private void refuseASecond(AuthServer wanted, String task) {
		this.shell.state()
			.authServers()
			.stream()
			.filter((server) -> !server.name().equalsIgnoreCase(wanted.name()))
			.filter(wanted::standsForTheSameAs)
			.findFirst()
			.ifPresent((server) -> {
				throw CmdletFailure
					.of(TASKS + task, "InvalidOperation", "TaskException",
							"There is already an auth server with the issuer identifier '" + wanted.issuer()
									+ "' and the realm '" + wanted.realm() + "': '" + server.name() + "'.",
							wanted.name());
			});
	}

	private List<CmdletObject> removeAuthServer(CmdletParameters parameters) {
		LabExchange exchange = this.shell.exchange();
		synchronized (exchange) {
			AuthServer now = require(parameters.text("Identity").orElse(""), "RemoveAuthServer");
			this.shell.write(ExchangeEffect.AuthServerRemoved,
					LabExchange.values("name", now.name(), "metadataUrl", now.metadataUrl()));
		}
		return List.of();
	}

	private List<CmdletObject> getPartnerApplication(CmdletParameters parameters) {
		return this.shell.state()
			.partners()
			.stream()
			.map((partner) -> CmdletObject.of("Name", partner.name(), "ApplicationIdentifier",
					partner.applicationIdentifier(), "Enabled", true, "AuthMetadataUrl", "", "Realm", "",
					"LinkedAccount", FabrikamExchange.DOMAIN + "/Users/Exchange Online-ApplicationAccount", "Identity",
					partner.name(), "OriginatingServer", this.shell.readController().fqdn(), "IsValid", true,
					"ObjectState", "Unchanged"))
			.toList();
	}

	/** Exchange reads the metadata itself, before it writes anything. */
	private AuthServer readMetadata(String name, String metadataUrl, String task) {
		try {
			if (!metadataUrl.startsWith(ACS_HOST_NEEDED)) {
				throw new IOException("The address does not begin with https.");
			}
			if (this.shell.exchange().has(Trait.METADATA_UNREACHABLE)) {
				throw new IOException("Unable to connect to the remote server");
			}
			return AuthMetadata.read(this.shell.exchange().network(), name, metadataUrl);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw CmdletFailure.of(TASKS + task, "ResourceUnavailable", "AuthMetadataClientException",
					"Unable to access the auth metadata document at '" + metadataUrl + "'. Error: " + ex.getMessage(),
					name);
		}
	}

	private AuthServer require(String name, String task) {
		return require(this.shell.writeController(), name, task);
	}

	private AuthServer require(DomainController asked, String name, String task) {
		return this.shell.exchange()
			.on(asked)
			.authServer(name)
			.orElseThrow(() -> CmdletFailure.notFound(asked, TASKS + task, name));
	}

	private static Map<String, String> effect(AuthServer trusted, String before) {
		return LabExchange.values("name", trusted.name(), "metadataUrl", trusted.metadataUrl(), "before", before,
				"realm", trusted.realm(), "issuer", trusted.issuer(), "tokenEndpoint", trusted.tokenEndpoint(),
				"enabled", Boolean.toString(trusted.enabled()));
	}

	private CmdletObject shown(AuthServer server) {
		boolean azure = "AzureAD".equals(server.type());
		return CmdletObject.of("IssuerIdentifier", server.issuer(), "TokenIssuingEndpoint", server.tokenEndpoint(),
				"AuthorizationEndpoint", azure ? "https://login.windows.net/common/oauth2/authorize" : "",
				"ApplicationIdentifier", "", "AuthMetadataUrl", server.metadataUrl(), "Realm", server.realm(), "Type",
				server.type(), "Enabled", server.enabled(), "IsDefaultAuthorizationEndpoint", false, "DomainName",
				server.domains(), "Name", server.name(), "DistinguishedName",
				"CN=" + server.name() + ",CN=Auth Servers,CN=Auth Configuration," + ORGANIZATION, "Identity",
				server.name(), "Guid", guid(server), "WhenCreatedUTC",
				server.createdAt().truncatedTo(ChronoUnit.SECONDS), "OriginatingServer",
				this.shell.readController().fqdn(), "IsValid", true, "ObjectState", "Unchanged");
	}

	private String guid(AuthServer server) {
		return this.shell.exchange().has(Trait.AUTH_SERVERS_WITHOUT_GUID) ? "" : server.guid().toString();
	}

}
