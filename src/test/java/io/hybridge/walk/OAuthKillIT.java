package io.hybridge.walk;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The console is killed after the effect and before the outcome, once for each change of
 * the server-to-server OAuth. Started again it clears by looking what it left, and the
 * lab's ledger shows each effect once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuthKillIT {

	private static final String SCENARIO = "NO_FIT_CERTIFICATE";

	@TempDir
	private static Path folder;

	private KilledConsole console;

	@BeforeAll
	void setUp() {
		this.console = new KilledConsole(folder, SCENARIO);
	}

	@AfterAll
	void end() {
		this.console.close();
	}

	@ParameterizedTest
	@CsvSource({ "New-AuthCertificate, CertificateCreated", "Set-AuthCertificate, AuthCertificateSet",
			"Set-AuthServer, AuthServerCreated", "PATCH servicePrincipal, KeysReplaced" })
	void eachChangeIsMadeOnce(String operation, String kind) {
		this.console.begin(SCENARIO);
		this.console.applyAndKill("oauth", operation, kind, "Confirmed");
	}

}
