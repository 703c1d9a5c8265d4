package io.hybridge.security.secret;

/**
 * What is left of a secret in the database.
 *
 * @param nonce used once
 * @param content encrypted, with its tag
 */
record SealedBytes(byte[] nonce, byte[] content) {
}
