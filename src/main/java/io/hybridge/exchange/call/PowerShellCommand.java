package io.hybridge.exchange.call;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SessionOpening;

/**
 * How PowerShell is started for a call, whatever way leads there: the command line never
 * changes, and everything else goes to standard input.
 */
public final class PowerShellCommand {

	public static final String PROGRAM = "powershell.exe";

	private static final List<String> ARGUMENTS = List.of("-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass",
			"-OutputFormat", "Text", "-EncodedCommand", ScriptCatalog.load().encodedBootstrap());

	private static final JsonMapper JSON = JsonMapper.shared();

	private PowerShellCommand() {
	}

	public static List<String> arguments() {
		return ARGUMENTS;
	}

	/** The arguments as one text, in which nothing needs quoting. */
	public static String argumentLine() {
		return String.join(" ", ARGUMENTS);
	}

	/**
	 * What goes to standard input where a credential opens Exchange's own endpoint.
	 * @param fqdn of the server
	 * @param account whose credential; it is in the input
	 */
	public static byte[] inputWith(Account account, ScriptCall call, String fqdn) {
		Map<String, String> session = new LinkedHashMap<>();
		session.put("server", fqdn);
		session.put("user", account.name());
		session.put("password", account.password());
		return input(call, SessionOpening.REMOTING, session);
	}

	/**
	 * What goes to standard input where the ticket of whoever signed in on the server
	 * opens Exchange's own endpoint.
	 * @param fqdn of the server
	 */
	public static byte[] inputWithTicket(ScriptCall call, String fqdn) {
		return input(call, SessionOpening.LOCAL, Map.of("server", fqdn));
	}

	private static byte[] input(ScriptCall call, SessionOpening opening, Map<String, String> session) {
		return ScriptCatalog.load()
			.payload(call, opening, JSON.writeValueAsString(session))
			.getBytes(StandardCharsets.US_ASCII);
	}

}
