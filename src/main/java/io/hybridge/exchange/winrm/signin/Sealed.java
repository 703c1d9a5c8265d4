package io.hybridge.exchange.winrm.signin;

/**
 * A sealed message.
 *
 * @param signature what proves it
 * @param octets of the same length as the message
 */
public record Sealed(byte[] signature, byte[] octets) {
}
