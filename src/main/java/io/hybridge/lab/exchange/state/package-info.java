/** What the lab's servers know, as a projection of the ledger. */
package io.hybridge.lab.exchange.state;
