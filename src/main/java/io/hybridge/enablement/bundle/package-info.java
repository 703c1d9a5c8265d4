/** What a person carries for a run: to be taken away, brought back, or discarded. */
package io.hybridge.enablement.bundle;
