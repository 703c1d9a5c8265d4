/**
 * What all pages share: the frame, the person looking, error pages. It uses no other
 * feature.
 */
@ApplicationModule(displayName = "Web", allowedDependencies = {})
package io.hybridge.web;

import org.springframework.modulith.ApplicationModule;
