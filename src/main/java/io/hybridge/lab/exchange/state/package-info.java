/**
 * What the lab's Exchange organization is at one time, read from the ledger and from
 * nothing else: servers, certificates, auth servers, push proxy.
 */
package io.hybridge.lab.exchange.state;
