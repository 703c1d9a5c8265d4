/** From an empty console to one with exactly one administrator. */
package io.hybridge.security.setup;
