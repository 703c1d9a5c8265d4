/** A small WS-Management client: how a script reaches a Windows server over HTTPS. */
package io.hybridge.exchange.winrm;
