/**
 * What all pages share: the frame, fields and words of states, the person looking, error
 * pages. It uses no other feature.
 */
@ApplicationModule(displayName = "Web", allowedDependencies = {})
package io.hybridge.web;

import org.springframework.modulith.ApplicationModule;
