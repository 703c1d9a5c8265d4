/**
 * Carrying out: a run has its own address, holds its organization while it changes
 * something, and survives the browser and the process.
 */
@ApplicationModule(displayName = "Run",
		allowedDependencies = { "audit", "certificate", "database", "exchange", "exchange :: bundle",
				"exchange :: ladder", "exchange :: link", "exchange :: powershell", "microsoft365", "organization",
				"remote", "step", "step :: change", "step :: examination", "step :: observation", "step :: part",
				"step :: readback", "web", "web :: sight", "web :: text" })
package io.hybridge.run;

import org.springframework.modulith.ApplicationModule;
