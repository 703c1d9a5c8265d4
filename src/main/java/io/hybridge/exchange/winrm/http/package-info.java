/**
 * Conversations with servers over HTTP: who signs in for them, on which connection, and
 * what keeps them secret.
 */
package io.hybridge.exchange.winrm.http;
