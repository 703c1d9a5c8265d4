/**
 * The console's pages of the lab. They know it only through its control endpoint, whether
 * the lab runs inside the console or alone.
 */
package io.hybridge.lab.console;
