package io.hybridge.exchange.powershell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import io.hybridge.exchange.ExchangeChange;

/**
 * The script and the values that carry out a change. Values are checked here although
 * they travel as data: what is no domain, address or identifier never leaves the console.
 *
 * @param script name in the catalogue
 * @param arguments its values, in the order of the contract
 */
record ChangeCall(String script, Map<String, Object> arguments) {

	private static final Pattern HTTPS = Pattern
		.compile("https://[A-Za-z0-9.-]{1,253}(:\\d{1,5})?/[A-Za-z0-9._~/?=&%-]*");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,62}[A-Za-z0-9])?");

	private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-fA-F]{32}");

	static ChangeCall of(ExchangeChange change, String entryServer) {
		return switch (change) {
			case ExchangeChange.CreateAuthCertificate create -> new ChangeCall("New-AuthCertificate",
					values("server", entryServer, "friendlyName", checked(NAME, create.friendlyName()), "domainName",
							create.domainName().value(), "subjectKeyIdentifier",
							checked(IDENTIFIER, create.subjectKeyIdentifier())));
			case ExchangeChange.SetAuthCertificate set ->
				new ChangeCall("Set-AuthCertificate", values("thumbprint", set.thumbprint().value()));
			case ExchangeChange.SetAuthServer set -> new ChangeCall("Set-AuthServer",
					values("name", checked(NAME, set.name()), "metadataUrl", checked(HTTPS, set.metadataUrl())));
			case ExchangeChange.RemoveAuthServer remove -> new ChangeCall("Remove-AuthServer",
					values("name", checked(NAME, remove.name()), "metadataUrl", remove.metadataUrl()));
			case ExchangeChange.EnablePushProxy enable ->
				new ChangeCall("Enable-PushProxy", values("organization", enable.organization().value()));
			case ExchangeChange.DisablePushProxy() -> new ChangeCall("Disable-PushProxy", Map.of());
		};
	}

	private static String checked(Pattern allowed, String value) {
		if (!allowed.matcher(value).matches()) {
			throw new IllegalArgumentException("A value of the change has a form that is not allowed");
		}
		return value;
	}

	private static Map<String, Object> values(String... namesAndValues) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return values;
	}

}
