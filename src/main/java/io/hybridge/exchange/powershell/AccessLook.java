package io.hybridge.exchange.powershell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.link.ServerLink;

/** Asks a server what the account of a link may do there. */
@Component
public class AccessLook {

	/** The commands of Exchange that the catalogue's scripts use. */
	public static final List<String> COMMANDS = List.of("Get-ExchangeServer", "Get-AuthConfig", "Get-AuthServer",
			"Get-PartnerApplication", "Get-ExchangeCertificate", "Set-AuthConfig", "New-AuthServer", "Set-AuthServer",
			"Remove-AuthServer", "New-ExchangeCertificate", "Export-ExchangeCertificate", "Import-ExchangeCertificate",
			"Get-TransportService", "Enable-PushNotificationProxy", "Disable-PushNotificationProxy",
			"Get-MonitoringItemIdentity", "Invoke-MonitoringProbe");

	private final Transports transports;

	private final ExchangeSettings settings;

	AccessLook(Transports transports, ExchangeSettings settings) {
		this.transports = transports;
		this.settings = settings;
	}

	/**
	 * Asks.
	 * @param link how the server is reached
	 * @return what it says
	 * @throws io.hybridge.remote.RemoteFailure when there is no answer
	 */
	public Access at(ServerLink link) {
		ScriptCall call = new ScriptCall(link.fqdn(), ScriptCatalog.load().script("Get-Access"),
				Map.of("commands", COMMANDS), this.settings.openingDeadline().plus(this.settings.callDeadline()));
		ScriptAnswer answer = this.transports.to(link).run(call);
		try {
			ScriptResult result = ScriptResult.read(call.script().name(), answer.json());
			if (!result.ok()) {
				throw ScriptErrorMapper.of(call, result);
			}
			AnswerFields head = ScriptResult.head(answer.json());
			AnswerFields data = result.data();
			return new Access(head.text("psVersion"), head.text("culture"), data.text("account"),
					data.optionalFlag("administrator"), data.textList("missing"), data.textList("servers"));
		}
		catch (UnreadableAnswer ex) {
			throw ScriptErrorMapper.unreadable(call, answer.json().substring(0, Math.min(1000, answer.json().length())),
					ex);
		}
	}

	/**
	 * What an account may do on a server.
	 *
	 * @param powershell version
	 * @param culture of the server
	 * @param account as Windows names it, or empty where it does not tell
	 * @param administrator of the server, or empty where Windows does not tell
	 * @param missing commands that it may not use
	 * @param servers names of all Exchange servers
	 */
	public record Access(String powershell, String culture, String account, Optional<Boolean> administrator,
			List<String> missing, List<String> servers) {
	}

}
