/**
 * What is right: the article's four steps as pure functions from what was seen to
 * findings and changes. Nothing here touches the world.
 */
@ApplicationModule(displayName = "Step",
		allowedDependencies = { "exchange", "microsoft365", "remote", "certificate", "organization", "web :: text" })
package io.hybridge.step;

import org.springframework.modulith.ApplicationModule;
