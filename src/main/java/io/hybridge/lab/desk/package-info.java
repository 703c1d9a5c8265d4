/**
 * The console's pages of the lab. The desk knows the lab only through its control
 * endpoint, whether the lab runs inside the console or alone.
 */
package io.hybridge.lab.desk;
