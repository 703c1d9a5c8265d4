package io.hybridge.security.passkey;

/**
 * What is kept of a passkey to know its signatures.
 *
 * @param credential that its browser knows it by, in base64url
 * @param attestation what its authenticator attested, with the public key in it
 * @param transports ways to reach the authenticator, separated by commas
 * @param signatures it has made so far, if it counts them
 */
record PublicKey(String credential, byte[] attestation, String transports, long signatures) {
}
