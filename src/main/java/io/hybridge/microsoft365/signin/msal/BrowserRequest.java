package io.hybridge.microsoft365.signin.msal;

/**
 * With what a browser is sent to Microsoft.
 *
 * @param redirect where it comes back
 * @param state that comes back with it
 * @param nonce that stands in the id token
 * @param challenge SHA-256 of the verifier
 * @param claims that Microsoft asked for, as JSON, or empty
 */
public record BrowserRequest(String redirect, String state, String nonce, String challenge, String claims) {
}
