/**
 * The lab's Exchange organization: what its servers know, what its cmdlets do, and the
 * engines that run the catalogue's scripts on it.
 */
package io.hybridge.lab.exchange;
