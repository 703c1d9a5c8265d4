/** What a person may ask of the four steps, and the pages that show how they stand. */
@ApplicationModule(displayName = "Enablement",
		allowedDependencies = { "run", "run :: change", "run :: probe", "run :: plan", "run :: execution", "exchange",
				"exchange :: powershell", "exchange :: download", "microsoft365", "microsoft365 :: signin", "step",
				"step :: observation", "step :: change", "remote", "certificate", "organization", "security :: account",
				"security :: secret", "audit", "web", "web :: text", "audit :: reading" })
package io.hybridge.enablement;

import org.springframework.modulith.ApplicationModule;
