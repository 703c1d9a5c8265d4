/**
 * The second factor: codes of an authenticator app and recovery codes, how a person gets
 * and loses them, and the step of the sign-in that asks for them.
 */
package io.hybridge.security.factor;
