/**
 * Carrying out: a run has its own address, holds its organization while it changes
 * something, and survives the browser and the process.
 */
@ApplicationModule(displayName = "Run",
		allowedDependencies = { "exchange", "exchange :: powershell", "exchange :: download", "microsoft365", "step",
				"step :: observation", "step :: change", "remote", "certificate", "organization", "security :: account",
				"security :: secret", "audit", "web", "web :: text", "audit :: reading" })
package io.hybridge.run;

import org.springframework.modulith.ApplicationModule;
