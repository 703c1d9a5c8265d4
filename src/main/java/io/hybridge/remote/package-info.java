/**
 * What every remote side has in common: trust in its certificate, the folder of the keys
 * that are shown to it, and one kind of failure that says what is known about the effect.
 */
@ApplicationModule(displayName = "Remote", allowedDependencies = {})
package io.hybridge.remote;

import org.springframework.modulith.ApplicationModule;
