/**
 * The console's own database: that what was committed outlives a loss of power before
 * anything is done of which it tells, what is said where it cannot be used, and what
 * happens where it closes itself, and that nothing is sent to it that it cannot keep.
 */
@ApplicationModule(displayName = "Database", allowedDependencies = "web :: text")
package io.hybridge.database;

import org.springframework.modulith.ApplicationModule;
