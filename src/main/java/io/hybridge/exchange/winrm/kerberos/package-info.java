/** Kerberos by the Java runtime's own JGSS, without the machine's configuration. */
package io.hybridge.exchange.winrm.kerberos;
