/**
 * The four steps, each inspect, plan, apply, verify, under a journal that never guesses.
 */
@ApplicationModule(displayName = "Enablement", allowedDependencies = { "exchange", "exchange :: powershell",
		"microsoft365", "remote", "certificate", "organization", "security", "audit", "web" })
package io.hybridge.enablement;

import org.springframework.modulith.ApplicationModule;
