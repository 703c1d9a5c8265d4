/** Finds the way to a server: which adapter serves which kind of link. */
package io.hybridge.exchange.way;
