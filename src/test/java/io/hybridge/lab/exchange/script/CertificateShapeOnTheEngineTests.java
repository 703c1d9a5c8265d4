package io.hybridge.lab.exchange.script;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.hybridge.exchange.powershell.PowerShellProgram;
import io.hybridge.lab.exchange.LabExchangeFixture;
import io.hybridge.lab.exchange.SettableClock;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.state.ExchangeScenario;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Microsoft's own engine makes of a certificate that travels as CLIXML, which is
 * what the lab hands out by itself.
 */
class CertificateShapeOnTheEngineTests {

	private static final List<String> LOST = List.of("Services", "Status", "CertificateDomains");

	private static final String TRAVEL = """
			$request = New-Object -TypeName System.Security.Cryptography.X509Certificates.CertificateRequest -ArgumentList `
			    'CN=Microsoft Exchange Server Auth Certificate', ([System.Security.Cryptography.RSA]::Create(2048)),
			    ([System.Security.Cryptography.HashAlgorithmName]::SHA256), ([System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
			$signer = $request.CreateSelfSigned([DateTimeOffset]::Now, [DateTimeOffset]::Now.AddYears(1))
			'sent ' + $signer.HasPrivateKey
			$clixml = [System.Management.Automation.PSSerializer]::Serialize($signer, 1)
			$made = [System.Management.Automation.PSSerializer]::Deserialize($clixml)
			'made ' + $made.HasPrivateKey
			'type ' + $made.GetType().FullName
			'name [' + $made.FriendlyName + ']'
			'bytes ' + ([Convert]::ToBase64String($made.RawData) -eq [Convert]::ToBase64String($signer.RawData))
			'properties ' + (($made.PSObject.Properties | ForEach-Object { $_.Name }) -join ',')
			""";

	@BeforeAll
	static void requireTheEngine() {
		PowerShellProgram.require();
	}

	@Test
	void fieldCase1CertificatesLoseTheirKeyFlagOnTheWayOutOfTheSession() throws IOException {
		String printed = PowerShellProgram.run("", "-Command", TRAVEL);
		assertThat(printed.lines()).contains("sent True", "made False", "name []", "bytes True",
				"type System.Security.Cryptography.X509Certificates.X509Certificate2");
		List<String> properties = List.of(printed.substring(printed.indexOf("properties ") + 11).strip().split(","));
		assertThat(properties).contains("HasPrivateKey", "FriendlyName", "RawData").doesNotContainAnyElementsOf(LOST);
		CmdletObject lab = new LabExchangeFixture(new SettableClock("2026-11-24T13:00:00Z"), ExchangeScenario.STANDARD,
				Locale.US)
			.run(LabExchangeFixture.EX1, "Get-ExchangeCertificate")
			.getFirst();
		assertThat(lab.type()).isEqualTo("System.Security.Cryptography.X509Certificates.X509Certificate2");
		assertThat(lab.text("HasPrivateKey")).isEqualTo("False");
		assertThat(lab.text("FriendlyName")).isEmpty();
		assertThat(lab.properties()).doesNotContainKeys(LOST.toArray(String[]::new));
	}

}
