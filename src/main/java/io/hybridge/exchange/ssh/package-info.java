/**
 * How a script gets to a server over SSH: a kept connection for each link, a pinned host
 * key, and a channel for each call.
 */
package io.hybridge.exchange.ssh;
