package io.hybridge.exchange.winrm.kerberos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.link.KerberosRealm;
import io.hybridge.security.secret.TestFolder;

import static org.assertj.core.api.Assertions.assertThat;

class KerberosRealmsTests {

	private static final String PROPERTY = "java.security.krb5.conf";

	private final String before = System.getProperty(PROPERTY, "");

	@TempDir
	private Path folder;

	@AfterEach
	void putBack() {
		System.setProperty(PROPERTY, this.before);
	}

	@Test
	void keepsAllRealmsInOneFileOfItsOwn() throws Exception {
		KerberosRealms realms = new KerberosRealms(TestFolder.at(this.folder.resolve("data")));
		assertThat(this.folder.resolve("data")).as("nothing before it is needed").doesNotExist();
		realms.know(new KerberosRealm("fabrikam.com", List.of("dc1.fabrikam.com", "10.0.0.7:88")));
		realms.know(new KerberosRealm("CONTOSO.COM", List.of()));
		realms.know(new KerberosRealm("fabrikam.com", List.of("dc2.fabrikam.com")));
		Path file = this.folder.resolve("data/krb5.conf");
		assertThat(Files.readString(file))
			.endsWith("[realms]\nCONTOSO.COM = {\n}\nFABRIKAM.COM = {\n" + "kdc = dc2.fabrikam.com\n}\n");
		assertThat(System.getProperty(PROPERTY)).isEqualTo(file.toString());
		assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
		assertThat(Files.list(file.getParent())).as("nothing half written").containsExactly(file);
	}

}
