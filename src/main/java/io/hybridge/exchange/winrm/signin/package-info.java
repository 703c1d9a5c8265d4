/**
 * What every sign-in that belongs to a connection has in common: its tokens, its binding
 * to TLS, and messages sealed with its key. No input or output.
 */
package io.hybridge.exchange.winrm.signin;
