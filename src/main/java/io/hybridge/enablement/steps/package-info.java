/**
 * What decides: pure functions from what was seen to findings and changes. Nothing here
 * touches the world.
 */
package io.hybridge.enablement.steps;
