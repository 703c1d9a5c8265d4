/** How all organizations are doing: the dashboard and the page of one organization. */
@ApplicationModule(displayName = "Monitoring", allowedDependencies = { "run", "run :: plan", "run :: probe", "step",
		"organization", "audit", "audit :: reading", "security :: account", "web", "web :: text" })
package io.hybridge.monitoring;

import org.springframework.modulith.ApplicationModule;
