/**
 * What several scripts need, in Java, as {@code part/*.ps1} is in PowerShell; and one run
 * of a script.
 */
package io.hybridge.lab.exchange.twin.part;
