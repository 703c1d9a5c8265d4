/**
 * The port to the cloud half: what a tenant says of itself, the few things the product
 * changes there, and which cloud it is in.
 */
@ApplicationModule(displayName = "Microsoft 365", allowedDependencies = { "audit", "certificate", "organization",
		"remote", "security :: account", "security :: address", "security :: secret", "web" })
package io.hybridge.microsoft365;

import org.springframework.modulith.ApplicationModule;
