/**
 * What a call of a script is on every way: a constant command line, a payload for
 * standard input, how far it has come, and what was printed.
 */
package io.hybridge.exchange.call;
