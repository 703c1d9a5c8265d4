/**
 * The organizations the console looks after: one on-premises Exchange plus its Microsoft
 * 365 tenant each.
 */
@ApplicationModule(displayName = "Organization",
		allowedDependencies = { "audit", "security :: account", "security :: reach", "web", "web :: sight" })
package io.hybridge.organization;

import org.springframework.modulith.ApplicationModule;
