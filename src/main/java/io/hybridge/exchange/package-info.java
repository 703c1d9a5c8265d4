/**
 * The port to the on-premises half: what an Exchange organization says of itself and the
 * few things the product changes there.
 */
@ApplicationModule(displayName = "Exchange", allowedDependencies = { "remote", "certificate", "organization",
		"security :: account", "security :: secret", "audit", "web", "web :: text" })
package io.hybridge.exchange;

import org.springframework.modulith.ApplicationModule;
