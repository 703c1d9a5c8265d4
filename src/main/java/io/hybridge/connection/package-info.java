/**
 * How the console reaches the servers of a real organization: the pages that set a
 * connection up, and the ladder that says what is wrong with it.
 */
@ApplicationModule(displayName = "Connection", allowedDependencies = { "audit", "exchange :: ladder",
		"exchange :: link", "organization", "remote", "security :: account", "web", "web :: text" })
package io.hybridge.connection;

import org.springframework.modulith.ApplicationModule;
