/**
 * The sessions of people: ended where an account changed, kept where two requests of one
 * come at once.
 */
package io.hybridge.security.session;
