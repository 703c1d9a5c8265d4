/**
 * Puts the filter chain together: who may open which address, and what every answer tells
 * the browser to refuse.
 */
@ApplicationModule(displayName = "Security", allowedDependencies = { "audit", "web", "web :: sight", "web :: text" })
package io.hybridge.security;

import org.springframework.modulith.ApplicationModule;
