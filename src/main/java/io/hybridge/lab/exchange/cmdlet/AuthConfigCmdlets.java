package io.hybridge.lab.exchange.cmdlet;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.state.ExchangeEffect;
import io.hybridge.lab.exchange.state.OrganizationState.AuthConfiguration;
import io.hybridge.lab.exchange.state.OrganizationState.Staged;
import io.hybridge.lab.exchange.state.StoredCertificate;

/** Which certificate signs, signed before and is to sign next. */
final class AuthConfigCmdlets {

	private static final String SET = "Microsoft.Exchange.Management.SystemConfigurationTasks.SetAuthConfig";

	/** Sooner than this the cmdlet asks whether that is meant. */
	private static final Duration TIME_TO_SPREAD = Duration.ofHours(48);

	private final ManagementShell shell;

	AuthConfigCmdlets(ManagementShell shell) {
		this.shell = shell;
	}

	void register(Map<String, Function<CmdletParameters, List<CmdletObject>>> cmdlets) {
		cmdlets.put("Get-AuthConfig", this::getAuthConfig);
		cmdlets.put("Set-AuthConfig", this::setAuthConfig);
	}

	private List<CmdletObject> getAuthConfig(CmdletParameters parameters) {
		AuthConfiguration auth = this.shell.shown().auth();
		return List.of(CmdletObject.of("CurrentCertificateThumbprint", auth.current(), "PreviousCertificateThumbprint",
				auth.previous(), "NextCertificateThumbprint", auth.next().map(Staged::thumbprint).orElse(""),
				"NextCertificateEffectiveDate",
				auth.next().map(Staged::effective).map((at) -> at.truncatedTo(ChronoUnit.MILLIS)).orElse(null),
				"ServiceName", this.shell.state().serviceName(), "Realm", this.shell.state().realm(), "Name",
				"Auth Configuration", "AdminDisplayName", "", "ExchangeVersion", "0.20 (15.0.0.0)", "DistinguishedName",
				"CN=Auth Configuration," + AuthCmdlets.ORGANIZATION, "Identity", "Auth Configuration", "WhenChanged",
				auth.changedAt().truncatedTo(ChronoUnit.SECONDS), "WhenChangedUTC",
				auth.changedAt().truncatedTo(ChronoUnit.SECONDS), "OriginatingServer",
				this.shell.readController().fqdn(), "IsValid", true, "ObjectState", "Unchanged"));
	}

	private List<CmdletObject> setAuthConfig(CmdletParameters parameters) {
		LabExchange exchange = this.shell.exchange();
		synchronized (exchange) {
			if (parameters.flag("PublishCertificate")) {
				publish();
			}
			else if (parameters.flag("ClearPreviousCertificate")) {
				this.shell.write(ExchangeEffect.PreviousCertificateCleared, LabExchange.values("server",
						this.shell.localServer().fqdn(), "thumbprint", this.shell.state().auth().previous()));
			}
			else if (parameters.text("NewCertificateThumbprint").isPresent()) {
				stage(exchange, parameters);
			}
			else {
				set(parameters);
			}
		}
		return List.of();
	}

	private void set(CmdletParameters parameters) {
		String thumbprint = thumbprint(parameters, "CertificateThumbprint");
		AuthConfiguration auth = this.shell.state().auth();
		StoredCertificate stored = stored(thumbprint);
		if (auth.next().filter((staged) -> staged.thumbprint().equals(thumbprint)).isPresent()) {
			throw CmdletFailure.of(SET, "InvalidArgument", "TaskException",
					"The certificate with thumbprint " + thumbprint
							+ " is already set as the next certificate. Publish it to make it the current one.",
					thumbprint);
		}
		askUnlessForced(parameters);
		if (!auth.current().equals(thumbprint)) {
			this.shell.write(ExchangeEffect.AuthCertificateSet,
					LabExchange.values("server", this.shell.localServer().fqdn(), "thumbprint", thumbprint, "previous",
							auth.current(), "friendlyName", stored.friendlyName()));
		}
	}

	private void stage(LabExchange exchange, CmdletParameters parameters) {
		String thumbprint = thumbprint(parameters, "NewCertificateThumbprint");
		Instant effective = effective(parameters);
		Instant now = exchange.now();
		stored(thumbprint);
		if (!effective.isAfter(now)) {
			throw CmdletFailure.of(SET, "InvalidArgument", "TaskException",
					"The new certificate's effective date must be greater than the current time.",
					"NewCertificateEffectiveDate");
		}
		if (effective.isBefore(now.plus(TIME_TO_SPREAD))) {
			askUnlessForced(parameters);
		}
		this.shell.write(ExchangeEffect.NextCertificateStaged, LabExchange.values("server",
				this.shell.localServer().fqdn(), "thumbprint", thumbprint, "effective", effective.toString()));
	}

	private void publish() {
		AuthConfiguration auth = this.shell.state().auth();
		String thumbprint = auth.next()
			.map(Staged::thumbprint)
			.orElseThrow(() -> CmdletFailure.of(SET, "InvalidOperation", "TaskException",
					"There is no next certificate to publish.", "Auth Configuration"));
		stored(thumbprint);
		this.shell.write(ExchangeEffect.NextCertificatePublished, LabExchange.values("server",
				this.shell.localServer().fqdn(), "thumbprint", thumbprint, "previous", auth.current()));
	}

	private static String thumbprint(CmdletParameters parameters, String name) {
		return parameters.text(name)
			.orElseThrow(() -> CmdletFailure.of(SET, "InvalidArgument", "ArgumentException",
					"The lab's Set-AuthConfig sets only certificates.", "CertificateThumbprint"))
			.toUpperCase(Locale.ROOT);
	}

	private static Instant effective(CmdletParameters parameters) {
		try {
			return parameters.text("NewCertificateEffectiveDate").map(Instant::parse).orElse(Instant.EPOCH);
		}
		catch (DateTimeParseException ex) {
			throw CmdletFailure.of(SET, "InvalidArgument", "ArgumentException",
					"The new certificate's effective date is no date.", "NewCertificateEffectiveDate");
		}
	}

	private StoredCertificate stored(String thumbprint) {
		return Optional.of(this.shell.localServer())
			.flatMap((server) -> server.certificate(thumbprint))
			.orElseThrow(() -> CertificateCmdlets.notFound(SET, this.shell.localServer(), thumbprint));
	}

	/** It asks in spite of {@code -Confirm:$false}, and nobody is there to answer. */
	private static void askUnlessForced(CmdletParameters parameters) {
		if (!parameters.flag("Force")) {
			throw CmdletFailure.of(SET, "InvalidOperation", "PSInvalidOperationException",
					"A command that prompts the user failed because the host program or the command type does not support user interaction. The host was attempting to request confirmation with the following message: Do you want to change the certificate of the auth configuration?",
					"Auth Configuration");
		}
	}

}
