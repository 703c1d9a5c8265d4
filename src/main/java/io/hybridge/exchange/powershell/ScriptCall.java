package io.hybridge.exchange.powershell;

import java.time.Duration;
import java.util.Map;

/**
 * One call of a script on one server.
 *
 * @param server fully qualified name of the server it runs on
 * @param script what runs
 * @param arguments its values, carried as data
 * @param deadline how long the call may take; afterwards the remote command is ended
 */
public record ScriptCall(String server, Script script, Map<String, Object> arguments, Duration deadline) {
}
