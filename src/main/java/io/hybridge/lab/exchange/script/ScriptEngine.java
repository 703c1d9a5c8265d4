package io.hybridge.lab.exchange.script;

/**
 * Runs a recognized script of the catalogue on a server of the lab's Exchange
 * organization.
 */
public interface ScriptEngine {

	/**
	 * Runs a script.
	 * @param call what to run and where
	 * @return what the script printed
	 */
	Printed run(Call call);

	/**
	 * A script call that the endpoint has recognized by its hash.
	 *
	 * @param server fully qualified name of the server whose endpoint was called
	 * @param script name in the catalogue
	 * @param opening how the script gets its session
	 * @param arguments JSON object
	 * @param session JSON object
	 * @param sent what the caller sent, byte for byte
	 */
	record Call(String server, String script, String opening, String arguments, String session, Sent sent) {
	}

	/**
	 * What a caller sent: a real engine runs exactly this.
	 *
	 * @param command decoded text of the command line
	 * @param input everything on standard input; secret, for the account is in it
	 */
	record Sent(String command, byte[] input) {

		@Override
		public String toString() {
			return "Sent[" + this.command.length() + " characters, " + this.input.length + " bytes]";
		}

	}

	/**
	 * What came out of the process.
	 *
	 * @param output standard output
	 * @param errors standard error
	 * @param exitCode of the process
	 */
	record Printed(String output, String errors, int exitCode) {
	}

}
