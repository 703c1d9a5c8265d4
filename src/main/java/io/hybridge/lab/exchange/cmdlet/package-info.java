/**
 * Exchange's management shell in the lab: each cmdlet that a script may call, with its
 * parameters, objects and errors.
 */
package io.hybridge.lab.exchange.cmdlet;
