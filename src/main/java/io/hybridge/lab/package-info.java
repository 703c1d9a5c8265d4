/**
 * Another world on loopback, not a mock: its folder, its ledger of effects, its
 * certificate authority and its faults. The console reaches it only as it would reach the
 * real one.
 */
@ApplicationModule(displayName = "Lab",
		allowedDependencies = { "audit", "certificate", "exchange", "exchange :: link", "exchange :: powershell",
				"microsoft365", "organization", "remote", "security :: account", "web", "web :: text" })
package io.hybridge.lab;

import org.springframework.modulith.ApplicationModule;
