/**
 * How a script gets to the server that the console itself runs on: in a process of its
 * own, as the console's own account.
 */
package io.hybridge.exchange.local;
