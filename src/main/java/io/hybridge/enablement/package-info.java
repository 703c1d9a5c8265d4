/** What a person may ask of the four steps, and the pages that show how they stand. */
@ApplicationModule(displayName = "Enablement",
		allowedDependencies = { "audit", "audit :: reading", "certificate", "exchange", "exchange :: download",
				"exchange :: powershell", "microsoft365", "microsoft365 :: signin", "organization", "run",
				"run :: change", "run :: execution", "run :: plan", "run :: probe", "security :: account", "step",
				"step :: change", "web", "web :: text" })
package io.hybridge.enablement;

import org.springframework.modulith.ApplicationModule;
