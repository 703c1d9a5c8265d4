/**
 * How people sign in to the tenant: discovery, device codes, the page where a code is
 * entered, and their tokens.
 */
package io.hybridge.lab.tenant.signin;
