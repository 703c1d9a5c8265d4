package io.hybridge.lab.exchange.cmdlet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.state.DomainController;
import io.hybridge.lab.exchange.state.ExchangeEffect;
import io.hybridge.lab.exchange.state.FabrikamExchange;
import io.hybridge.lab.exchange.state.OrganizationState.PushProxy;

/** Cmdlets about the push notification proxy, which has no cmdlet that reads it. */
final class PushCmdlets {

	static final String DISTINGUISHED_NAME = "CN=OnPrem-Proxy,CN=Push Notifications Settings,"
			+ AuthCmdlets.ORGANIZATION;

	private final ManagementShell shell;

	PushCmdlets(ManagementShell shell) {
		this.shell = shell;
	}

	void register(Map<String, Function<CmdletParameters, List<CmdletObject>>> cmdlets) {
		cmdlets.put("Enable-PushNotificationProxy", this::enable);
		cmdlets.put("Disable-PushNotificationProxy", this::disable);
	}

	private List<CmdletObject> enable(CmdletParameters parameters) {
		LabExchange exchange = this.shell.exchange();
		synchronized (exchange) {
			PushProxy now = this.shell.state().proxy();
			if (!parameters.flag("WhatIf")) {
				String organization = parameters.text("Organization")
					.map((domain) -> domain.toLowerCase(Locale.ROOT))
					.orElse(now.organization());
				String uri = parameters.text("Uri").orElse(now.uri());
				if (now.enabled() && now.organization().equals(organization) && now.uri().equals(uri)) {
					unmodified();
				}
				else {
					this.shell.write(ExchangeEffect.PushProxyEnabled,
							LabExchange.values("organization", organization, "uri", uri, "before",
									now.enabled() ? "enabled" : "disabled", "organizationBefore", now.organization()));
				}
			}
			else {
				return look(this.shell.shown().proxy());
			}
			return List.of(shown(this.shell.state().proxy(), this.shell.writeController()));
		}
	}

	/** The cmdlet says what it would do, and may or may not write the object. */
	private List<CmdletObject> look(PushProxy now) {
		this.shell.sayToHost("de-DE".equals(this.shell.state().culture())
				? "WhatIf: Der Pushbenachrichtigungsproxy \"OnPrem-Proxy\" wird aktiviert."
				: "What if: Enabling the push notification proxy \"OnPrem-Proxy\".");
		if (this.shell.exchange().has(Trait.PROXY_LOOK_WITHOUT_RECORD)) {
			return List.of();
		}
		return List.of(shown(this.shell.exchange().has(Trait.PROXY_LOOK_WITH_FLAG_SET) ? now.withFlagSet() : now,
				this.shell.readController()));
	}

	private List<CmdletObject> disable(CmdletParameters parameters) {
		LabExchange exchange = this.shell.exchange();
		synchronized (exchange) {
			PushProxy now = this.shell.state().proxy();
			if (!parameters.flag("WhatIf")) {
				if (now.enabled()) {
					this.shell.write(ExchangeEffect.PushProxyDisabled,
							LabExchange.values("organization", now.organization(), "uri", now.uri()));
				}
				else {
					unmodified();
				}
			}
			return exchange.has(Trait.PROXY_DISABLED_WITH_RECORD)
					? List.of(shown(this.shell.state().proxy(), this.shell.writeController())) : List.of();
		}
	}

	private void unmodified() {
		this.shell.warn("The command completed successfully but no settings of 'OnPrem-Proxy' have been modified.");
	}

	/** In the order in which the article shows it. */
	private static CmdletObject shown(PushProxy proxy, DomainController controller) {
		Instant changed = proxy.changedAt().truncatedTo(ChronoUnit.SECONDS);
		Instant created = proxy.createdAt().truncatedTo(ChronoUnit.SECONDS);
		UUID guid = UUID.nameUUIDFromBytes(proxy.createdAt().toString().getBytes(StandardCharsets.UTF_8));
		return CmdletObject.of("DisplayName", "On Premises Proxy app", "Enabled", proxy.enabled(), "Organization",
				proxy.organization(), "Uri", proxy.uri(), "Identity", "OnPrem-Proxy", "IsValid", true,
				"ExchangeVersion", "0.20 (15.0.0.0)", "Name", "OnPrem-Proxy", "DistinguishedName", DISTINGUISHED_NAME,
				"Guid", guid.toString(), "ObjectCategory",
				FabrikamExchange.DOMAIN + "/Configuration/Schema/ms-Exch-Push-Notifications-App", "ObjectClass",
				List.of("top", "msExchPushNotificationsApp"), "WhenChanged", changed, "WhenCreated", created,
				"WhenChangedUTC", changed, "WhenCreatedUTC", created, "OrganizationId", "", "OriginatingServer",
				controller.fqdn(), "ObjectState", "Unchanged");
	}

}
