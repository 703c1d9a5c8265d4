/**
 * One file for each script of the catalogue: what it does, in Java, for machines without
 * PowerShell. Found by the script's name; a contract with the real engine keeps each from
 * drifting.
 */
package io.hybridge.lab.exchange.twin;
