/**
 * Who may come in and what they may do: set-up, sign-in, accounts and roles, and secrets
 * that the console keeps encrypted.
 */
@ApplicationModule(displayName = "Security", allowedDependencies = { "audit", "web" })
package io.hybridge.security;

import org.springframework.modulith.ApplicationModule;
