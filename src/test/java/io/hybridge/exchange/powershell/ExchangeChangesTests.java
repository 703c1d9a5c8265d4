package io.hybridge.exchange.powershell;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.organization.DomainName;

import static org.assertj.core.api.Assertions.assertThat;

/** Every change brings what its script asks for: the scripts are strict about that. */
class ExchangeChangesTests {

	private static final String SERVER = "ex1.fabrikam.com";

	private static final Pattern ARGUMENT = Pattern.compile("\\$arguments\\.(\\w+)");

	private static final DomainName FABRIKAM = new DomainName("fabrikam.com");

	private static final Thumbprint THUMBPRINT = new Thumbprint("A".repeat(40));

	private static final String URL = "https://sts.example/metadata/json/1";

	@ParameterizedTest
	@MethodSource("all")
	void bringsEveryArgumentThatItsScriptAsksFor(ExchangeChange change) {
		String script = ScriptCatalog.load().script(change.script()).text();
		List<String> asked = ARGUMENT.matcher(script).results().map((found) -> found.group(1)).distinct().toList();
		assertThat(change.arguments(SERVER).keySet()).containsAll(asked);
	}

	@Test
	void areAllOfThem() {
		assertThat(all()).extracting(Object::getClass)
			.containsExactlyInAnyOrder(ExchangeChange.class.getPermittedSubclasses());
		assertThat(ARGUMENT.matcher(ScriptCatalog.load().script("Remove-AuthServer").text()).results())
			.extracting(MatchResult::group)
			.contains("$arguments.name", "$arguments.metadataUrl", "$arguments.guid");
	}

	static List<ExchangeChange> all() {
		return List.of(new ExchangeChange.CreateAuthCertificate("Exchange S2S OAuth", FABRIKAM, "0".repeat(32)),
				new ExchangeChange.SetAuthCertificate(THUMBPRINT),
				new ExchangeChange.CopyAuthCertificate(THUMBPRINT, SERVER, "ex2.fabrikam.com"),
				new ExchangeChange.StageAuthCertificate(THUMBPRINT, Instant.EPOCH),
				new ExchangeChange.PublishAuthCertificate(THUMBPRINT),
				new ExchangeChange.SetAuthServer("MicrosoftSts", URL),
				new ExchangeChange.SwitchAuthServer("MicrosoftSts", URL, true),
				new ExchangeChange.RemoveAuthServer("MicrosoftSts", URL), new ExchangeChange.EnablePushProxy(FABRIKAM),
				new ExchangeChange.DisablePushProxy(), new ExchangeChange.RestartServiceHost(SERVER),
				new ExchangeChange.RecycleApplicationPool(SERVER, ExchangeService.OWA_POOL));
	}

}
