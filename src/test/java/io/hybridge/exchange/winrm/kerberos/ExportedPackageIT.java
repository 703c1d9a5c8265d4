package io.hybridge.exchange.winrm.kerberos;

import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExportedPackageIT {

	/** Without this line no sign-in by Kerberos would be bound to TLS. */
	@Test
	void theJarAsksForTheBindingToTls() throws Exception {
		try (JarFile jar = new JarFile(System.getProperty("hybridge.jar"))) {
			assertThat(jar.getManifest().getMainAttributes().getValue("Add-Exports"))
				.isEqualTo("java.security.jgss/sun.security.jgss.krb5.internal");
		}
	}

}
