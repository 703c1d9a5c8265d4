package io.hybridge.exchange.download;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.organization.DomainName;

import static org.assertj.core.api.Assertions.assertThat;

/** What a plan's script is put together from. */
class PlanScriptTests {

	private static final PlannedPart ENABLE = new PlannedPart.OnExchange(
			new ExchangeChange.EnablePushProxy(new DomainName("fabrikam.com")));

	private static final PlannedPart RESTART = new PlannedPart.OnExchange(
			new ExchangeChange.RestartServiceHost("ex2.fabrikam.com"));

	@Test
	void takesTheScriptOfEachChangeFromTheCatalogue() {
		DownloadScript script = PlanScript.of(12, List.of(RESTART, ENABLE)).orElseThrow();
		assertThat(script.fileName()).isEqualTo("Hybridge-Plan-12.ps1");
		assertThat(script.text()).containsSubsequence(text("Restart-ServiceHost"), text("Enable-PushProxy"),
				"Write-Host 'Complete.'");
	}

	@Test
	void showsAllValuesAtTheTopAndNowhereElse() {
		DownloadScript script = PlanScript.of(12, List.of(RESTART, ENABLE)).orElseThrow();
		assertThat(script.text()).contains("""
				param(
				    $changes = @(
				        [pscustomobject]@{
				            server = 'ex2.fabrikam.com'
				            arguments = [pscustomobject]@{
				                server = 'ex2.fabrikam.com'
				            }
				        },
				        [pscustomobject]@{
				            server = ''
				            arguments = [pscustomobject]@{
				                organization = 'fabrikam.com'
				            }
				        }
				    )
				)
				""");
		assertThat(script.text().split("(?m)^\\)$", 2)[1]).doesNotContain("fabrikam");
	}

	@Test
	void saysWhatIsMadeInMicrosoft365AndCountsOn() {
		DownloadScript script = PlanScript.of(12, List.of(new PlannedPart.InTenant(), ENABLE)).orElseThrow();
		assertThat(script.text()).containsSubsequence("Change 1 is made in Microsoft 365",
				"Invoke-PlannedChange 2 'Enable-PushProxy'");
	}

	@Test
	void isNoneWhereItWouldChangeNothing() {
		assertThat(PlanScript.of(12, List.of(new PlannedPart.InTenant()))).isEmpty();
	}

	private static String text(String script) {
		return ScriptCatalog.load().script(script).text();
	}

}
