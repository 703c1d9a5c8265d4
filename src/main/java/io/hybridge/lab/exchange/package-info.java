/**
 * The lab's Exchange organization: what can be asked of it and done to it, whoever asks.
 */
package io.hybridge.lab.exchange;
