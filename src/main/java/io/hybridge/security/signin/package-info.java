/** How a person comes in and goes out again, and what slows guessing down. */
package io.hybridge.security.signin;
