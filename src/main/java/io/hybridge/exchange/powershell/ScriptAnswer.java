package io.hybridge.exchange.powershell;

/**
 * What a script printed between its markers, and the rest.
 *
 * @param json the decoded envelope, see docs/script-contract.md
 * @param diagnostics everything else that was printed; never used to decide
 */
public record ScriptAnswer(String json, String diagnostics) {
}
