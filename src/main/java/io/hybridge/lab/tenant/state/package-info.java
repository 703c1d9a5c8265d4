/**
 * What the lab's tenant is at one time, read from the ledger: domains, people and the
 * keys on the principal.
 */
package io.hybridge.lab.tenant.state;
