/**
 * The port to the on-premises half: what an Exchange organization says of itself and the
 * few things the product changes there.
 */
@ApplicationModule(displayName = "Exchange",
		allowedDependencies = { "certificate", "organization", "remote", "security :: secret" })
package io.hybridge.exchange;

import org.springframework.modulith.ApplicationModule;
