/**
 * What a step offers a person now, and why it offers no more. The page and whoever
 * carries a request out ask here, so they cannot differ.
 */
package io.hybridge.enablement.offer;
