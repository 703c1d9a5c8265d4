package io.hybridge.exchange.powershell;

import io.hybridge.exchange.ExchangeChange;

/**
 * What will run for a change: the script with its hash, and the command it issues in the
 * form an administrator knows. For display only; nothing that is shown here ever runs.
 *
 * @param name of the script
 * @param sha256 of its text
 * @param command for instance {@code Set-AuthConfig -CertificateThumbprint 7595...}
 */
public record ScriptPreview(String name, String sha256, String command) {

	/**
	 * What will run for a change.
	 * @param change the change
	 * @return script and command
	 */
	public static ScriptPreview of(ExchangeChange change) {
		Script script = ScriptCatalog.load().script(ChangeCall.of(change, "").script());
		return new ScriptPreview(script.name(), script.sha256(), command(change));
	}

	/**
	 * What will run to restart the health manager of a server.
	 * @return script and command
	 */
	public static ScriptPreview restartHealthManager() {
		return shown("Restart-HealthManager", "Restart-Service -Name MSExchangeHM");
	}

	/**
	 * What will run to probe a server.
	 * @param server fully qualified
	 * @return script and command
	 */
	public static ScriptPreview probe(String server) {
		return shown("Test-PushProxy",
				"Invoke-MonitoringProbe PushNotifications.Proxy\\PushNotificationsEnterpriseConnectivityProbe -Server "
						+ quoted(server));
	}

	private static ScriptPreview shown(String name, String command) {
		return new ScriptPreview(name, ScriptCatalog.load().script(name).sha256(), command);
	}

	private static String command(ExchangeChange change) {
		return switch (change) {
			case ExchangeChange.CreateAuthCertificate create -> "New-ExchangeCertificate -FriendlyName "
					+ quoted(create.friendlyName()) + " -DomainName " + quoted(create.domainName().value())
					+ " -Services Federation -KeySize 2048 -PrivateKeyExportable $true -SubjectKeyIdentifier "
					+ quoted(create.subjectKeyIdentifier());
			case ExchangeChange.SetAuthCertificate set ->
				"Set-AuthConfig -CertificateThumbprint " + set.thumbprint().value();
			case ExchangeChange.SetAuthServer set ->
				"New-AuthServer -Name " + quoted(set.name()) + " -AuthMetadataUrl " + quoted(set.metadataUrl());
			case ExchangeChange.RemoveAuthServer remove -> "Remove-AuthServer -Identity " + quoted(remove.name());
			case ExchangeChange.EnablePushProxy enable ->
				"Enable-PushNotificationProxy -Organization " + quoted(enable.organization().value());
			case ExchangeChange.DisablePushProxy() -> "Disable-PushNotificationProxy";
		};
	}

	// Bare where PowerShell needs no quotes, as in the article; the values are checked
	// by ChangeCall.
	private static String quoted(String value) {
		return value.matches("[A-Za-z0-9][A-Za-z0-9.-]*") ? value : "'" + value.replace("'", "''") + "'";
	}

}
