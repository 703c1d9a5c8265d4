/**
 * The page of a step: its addresses, what is known of it, which stages it shows, and all
 * of it in the reader's words. Asks no remote side.
 */
package io.hybridge.enablement.page;
