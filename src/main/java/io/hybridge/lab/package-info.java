/**
 * Another world on loopback, not a mock: its folder, its ledger of effects, its
 * certificate authority and its faults. The console reaches it only as it would reach the
 * real one.
 */
@ApplicationModule(displayName = "Lab",
		allowedDependencies = { "exchange", "exchange :: powershell", "exchange :: download", "microsoft365", "remote",
				"certificate", "organization", "security :: account", "security :: secret", "audit", "web",
				"web :: text" })
package io.hybridge.lab;

import org.springframework.modulith.ApplicationModule;
