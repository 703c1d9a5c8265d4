/** A run and its changes in the reader's words, and the list of all runs. */
package io.hybridge.enablement.run;
