/** How all organizations are doing: the dashboard and the page of one organization. */
@ApplicationModule(displayName = "Monitoring",
		allowedDependencies = { "enablement", "organization", "security", "audit", "web" })
package io.hybridge.monitoring;

import org.springframework.modulith.ApplicationModule;
