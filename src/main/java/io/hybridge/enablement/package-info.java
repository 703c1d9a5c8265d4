/** What a person may ask of the four steps; every request becomes a run. */
@ApplicationModule(displayName = "Enablement",
		allowedDependencies = { "audit", "audit :: reading", "certificate", "exchange", "exchange :: bundle",
				"exchange :: download", "exchange :: powershell", "microsoft365", "microsoft365 :: signin",
				"organization", "remote", "run", "run :: change", "run :: execution", "run :: plan", "run :: probe",
				"run :: status", "security :: account", "step", "step :: change", "step :: examination", "step :: part",
				"step :: readback", "web", "web :: sight", "web :: text" })
package io.hybridge.enablement;

import org.springframework.modulith.ApplicationModule;
