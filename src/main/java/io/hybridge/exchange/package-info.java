/**
 * The on-premises half: what an Exchange organization says of itself and the few things
 * the product changes there.
 */
@ApplicationModule(displayName = "Exchange",
		allowedDependencies = { "remote", "certificate", "organization", "security", "audit", "web" })
package io.hybridge.exchange;

import org.springframework.modulith.ApplicationModule;
