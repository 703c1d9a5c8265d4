package io.hybridge.exchange.download;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.powershell.PowerShellProgram;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.organization.DomainName;

import static org.assertj.core.api.Assertions.assertThat;

/** On the real engine: what a person takes away does what the step does. */
class DownloadScriptsTests {

	private static final String METADATA = "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.com";

	private static Certificate certificate;

	@TempDir
	Path folder;

	@BeforeAll
	static void prepare() throws Exception {
		PowerShellProgram.require();
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair pair = generator.generateKeyPair();
		X500Principal name = new X500Principal("CN=Microsoft Exchange Server Auth Certificate");
		certificate = Certificate.of(new JcaX509v3CertificateBuilder(name, BigInteger.TEN, Date.from(Instant.EPOCH),
				Date.from(Instant.parse("2099-01-01T00:00:00Z")), name, pair.getPublic())
			.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
			.getEncoded());
	}

	@Test
	void reusesTheCertificateThatSetupMadeAndExportsIt() throws IOException {
		String output = run(DownloadScripts.oauth(new DomainName("fabrikam.com"), "MicrosoftSts", METADATA, ""));
		String thumbprint = certificate.thumbprint().value();
		assertThat(output).containsSubsequence("Creating AuthServer Config...", "NEW MicrosoftSts " + METADATA,
				"SET " + thumbprint, "Configured Certificate Thumbprint is: " + thumbprint, "Exporting certificate...",
				"Complete.");
		assertThat(Files.readAllBytes(this.folder.resolve("OAuthConfig/OAuthCert.cer"))).isEqualTo(certificate.der());
	}

	@Test
	void keepsTheKeysOfOthersWhenItAddsOurs() throws IOException {
		Files.createDirectory(this.folder.resolve("OAuthConfig"));
		Files.write(this.folder.resolve("OAuthConfig/OAuthCert.cer"), certificate.der());
		String output = run(
				DownloadScripts.tenantKey(new DomainName("fabrikam.com"), Microsoft365.EXCHANGE_ONLINE, true));
		assertThat(output).containsSubsequence("Enter the administrator user name and password",
				"Adding a key to the service principal...", "PATCH /v1.0/servicePrincipals/principal", "Rk9SRUlHTg==",
				certificate.base64(), "Complete.");
	}

	@Test
	void withoutTheCertificateItSaysSoAndDoesNothing() throws IOException {
		assertThat(run(DownloadScripts.tenantKey(new DomainName("fabrikam.com"), Microsoft365.EXCHANGE_ONLINE, true)))
			.contains("Cannot find certificate.")
			.doesNotContain("PATCH", "Complete.");
	}

	@Test
	void withoutAcknowledgmentNothingIsWritten() throws IOException {
		Files.createDirectory(this.folder.resolve("OAuthConfig"));
		Files.write(this.folder.resolve("OAuthConfig/OAuthCert.cer"), certificate.der());
		assertThat(run(DownloadScripts.tenantKey(new DomainName("fabrikam.com"), Microsoft365.EXCHANGE_ONLINE, false)))
			.contains("CVE-2025-53786")
			.doesNotContain("PATCH", "Complete.");
	}

	@Test
	void restartsAndProbesEveryMailboxServer() throws IOException {
		assertThat(run(DownloadScripts.pushProxy(new DomainName("fabrikam.com"), Duration.ofSeconds(120))))
			.containsSubsequence("ENABLE fabrikam.com", "RESTART here MSExchangeHM", "RESTART ex2.fabrikam.com",
					"SLEEP 120", "EnterpriseConnectivityProbe ex1.fabrikam.com", "ResultType", "Succeeded",
					"EnterpriseConnectivityProbe ex2.fabrikam.com", "Succeeded")
			.doesNotContain("cas1");
	}

	@Test
	void judgesEveryServer() throws IOException {
		assertThat(run(DownloadScripts.servers()).lines())
			.anyMatch((line) -> line.matches("CAS1 .*CU23 .*As required.*"))
			.anyMatch((line) -> line.matches("EX1 .*15\\.0\\.1497\\.2 .*As required.*"))
			.anyMatch((line) -> line.matches("EX1 .*by the displayed version, which stops at the cumulative update.*"))
			.anyMatch((line) -> line.matches("EX2 .*15\\.0\\.712\\.24 .*CU2 .*Too old"));
	}

	@Test
	void aFileForWindowsHasMarkAndCarriageReturnsAndShowsItsValues() {
		String file = new String(DownloadScripts.tenant(new DomainName("fabrikam.com")).file(), StandardCharsets.UTF_8);
		assertThat(file).startsWith("\uFEFF# TENANT")
			.contains("\r\nparam(\r\n    $tenantDomain = 'fabrikam.com'\r\n)\r\n");
		assertThat(file.replace("\r\n", "")).doesNotContain("\n");
		assertThat(file).doesNotContain("hybridgeValues");
	}

	private String run(DownloadScript script) throws IOException {
		String stubs = Files.readString(Path.of("src/test/resources/powershell/download-stubs.ps1"));
		String surroundings = "$env:TEST_CERTIFICATE = '" + certificate.base64() + "'\n$env:SYSTEMDRIVE = '"
				+ this.folder + "'\n$env:COMPUTERNAME = 'EX1'\n";
		Path file = this.folder.resolve(script.fileName());
		Files.write(file, script.file());
		Path caller = this.folder.resolve("caller.ps1");
		Files.writeString(caller, surroundings + stubs + "\n. '" + file + "'\n");
		return PowerShellProgram.run("", "-File", caller.toString());
	}

}
