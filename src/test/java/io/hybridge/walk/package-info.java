/**
 * Walks through the packaged product as a person would: the console and the lab are
 * processes of their own.
 */
package io.hybridge.walk;
