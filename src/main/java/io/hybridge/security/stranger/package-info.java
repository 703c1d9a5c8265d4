/**
 * What anyone may cost before a sign-in: nothing is stored for them here, what they send
 * is bounded, and what they try is counted.
 */
package io.hybridge.security.stranger;
