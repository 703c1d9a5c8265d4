/** A small WS-Management client: how a script runs in a shell of a Windows server. */
package io.hybridge.exchange.winrm;
