/** Passkeys: made and used by browsers, proved by webauthn4j, kept by the console. */
package io.hybridge.security.passkey;
