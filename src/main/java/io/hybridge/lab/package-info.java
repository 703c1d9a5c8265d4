/**
 * Another world on loopback, not a mock: an Exchange organization, a Microsoft 365 tenant
 * and a phone. The console reaches it only as it would reach the real ones.
 */
@ApplicationModule(displayName = "Lab", allowedDependencies = { "exchange", "exchange :: powershell", "microsoft365",
		"certificate", "organization", "security", "audit", "web", "remote" })
package io.hybridge.lab;

import org.springframework.modulith.ApplicationModule;
