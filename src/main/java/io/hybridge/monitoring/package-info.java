/** How all organizations are doing: the dashboard and the page of one organization. */
@ApplicationModule(displayName = "Monitoring",
		allowedDependencies = { "audit :: reading", "organization", "organization :: sight", "run", "run :: status",
				"run :: probe", "step", "step :: examination", "web", "web :: sight", "web :: text" })
package io.hybridge.monitoring;

import org.springframework.modulith.ApplicationModule;
