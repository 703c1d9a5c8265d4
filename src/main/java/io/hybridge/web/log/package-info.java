/**
 * How the log is written: bounded, and so that nobody can write a line of it.
 */
package io.hybridge.web.log;
