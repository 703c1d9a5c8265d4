/** Public certificates, read and compared. No private key ever enters the console. */
@ApplicationModule(displayName = "Certificate", allowedDependencies = {})
package io.hybridge.certificate;

import org.springframework.modulith.ApplicationModule;
