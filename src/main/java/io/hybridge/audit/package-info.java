/**
 * Writes the append-only record of who did what, when, to which organization, and how it
 * ended.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = { "web", "web :: sight", "web :: text" })
package io.hybridge.audit;

import org.springframework.modulith.ApplicationModule;
