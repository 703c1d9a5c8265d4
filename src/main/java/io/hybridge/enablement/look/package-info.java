/**
 * The first look: what a person brings from servers that the console need not reach,
 * judged like a look of its own. It leads to findings and a plan to read, never to a
 * change.
 */
package io.hybridge.enablement.look;
