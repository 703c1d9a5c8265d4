/**
 * What is right: the article's four steps as pure functions from what was seen to
 * findings and changes. Nothing here touches the observation.
 */
@ApplicationModule(displayName = "Step",
		allowedDependencies = { "certificate", "exchange", "microsoft365", "organization", "remote", "web :: text" })
package io.hybridge.step;

import org.springframework.modulith.ApplicationModule;
