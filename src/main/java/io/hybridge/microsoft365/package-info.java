/**
 * The cloud half: discovery without sign-in, signing in with MSAL, and the few calls to
 * Microsoft Graph.
 */
@ApplicationModule(displayName = "Microsoft 365",
		allowedDependencies = { "remote", "certificate", "organization", "security", "audit", "web" })
package io.hybridge.microsoft365;

import org.springframework.modulith.ApplicationModule;
