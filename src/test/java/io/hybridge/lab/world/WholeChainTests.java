package io.hybridge.lab.world;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ProbeResult;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.organization.DomainName;
import io.hybridge.remote.RemoteFailure;

import static io.hybridge.support.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The notification's whole path through the real lab, from a bare organization to the
 * number on the phone; then every link is taken away and missed by its own name.
 */
class WholeChainTests {

	private static final DomainName DOMAIN = new DomainName(OpenLab.DOMAIN);

	private static final String METADATA = "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=";

	private static final String EX1 = "ex1.fabrikam.com";

	@TempDir
	private Path folder;

	private OpenLab lab;

	private Exchange exchange;

	@AfterEach
	void close() {
		if (this.lab != null) {
			this.lab.close();
		}
	}

	@Test
	void raisesTheBadgeOnceEveryLinkIsThereAndMissesEachByItsName() {
		open(OpenLab.in(this.folder, Scenario.STANDARD));
		assertThat(failed()).contains("'OnPrem-Proxy' is disabled");
		this.exchange.apply(new ExchangeChange.EnablePushProxy(DOMAIN));
		assertThat(failed()).contains("still caches the configuration", "restart the service MSExchangeHM");
		restart();
		assertThat(failed()).contains("No locally configured issuer was in the trusted_issuer list");
		this.exchange.apply(new ExchangeChange.SetAuthServer("MicrosoftSts", METADATA + OpenLab.DOMAIN));
		assertThat(failed()).contains("AADSTS700027", "The key was not found.", current());
		assertThat(this.lab.world().sendMessage()).isFalse();
		assertThat(badge()).isZero();

		List<String> foreign = this.lab.keys();
		this.lab.addKey(ourKey());
		succeeds();
		assertThat(badge()).as("a probe is no message").isZero();
		assertThat(this.lab.world().sendMessage()).isTrue();
		assertThat(badge()).isOne();

		this.lab.replaceKeys(foreign);
		missed("AADSTS700027", "The key was not found.");
		registerAnotherKeyUnderOurThumbprint();
		missed("AADSTS700027", "The key was not found.", current());
		List<String> repaired = new ArrayList<>(foreign);
		repaired.add(ourKey());
		this.lab.replaceKeys(repaired);
		succeeds();

		this.exchange.apply(new ExchangeChange.RemoveAuthServer("MicrosoftSts", METADATA + OpenLab.DOMAIN));
		missed("No locally configured issuer");
		this.exchange.apply(new ExchangeChange.SetAuthServer("MicrosoftSts", METADATA + OpenLab.DOMAIN));
		succeeds();
		this.exchange.apply(new ExchangeChange.DisablePushProxy());
		missed("'OnPrem-Proxy' is disabled");
		assertThat(badge()).isOne();
	}

	@Test
	void believesNoCertificateWhoseTimeIsOver() {
		open(OpenLab.in(this.folder, Scenario.AUTH_CERTIFICATE_EXPIRED));
		this.exchange.apply(new ExchangeChange.SetAuthServer("MicrosoftSts", METADATA + OpenLab.DOMAIN));
		this.lab.addKey(ourKey());
		this.exchange.apply(new ExchangeChange.EnablePushProxy(DOMAIN));
		restart();
		missed("AADSTS700027", "The key used is expired.", current());
	}

	@Test
	void findsNoTenantForAnotherRealm() {
		open(OpenLab.in(this.folder, Scenario.AUTH_SERVER_OTHER_ADDRESS));
		this.lab.addKey(ourKey());
		this.exchange.apply(new ExchangeChange.EnablePushProxy(DOMAIN));
		restart();
		missed("AADSTS90002");
		int before = this.lab.ledger().effects().size();
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> this.exchange
			.apply(new ExchangeChange.SetAuthServer("MicrosoftSts", METADATA + "nobody.example")));
		assertThat(failure.evidence()).contains("Unable to access the auth metadata document", "nobody.example");
		assertThat(this.lab.ledger().effects()).hasSize(before);
		this.exchange.apply(new ExchangeChange.SetAuthServer("MicrosoftSts", METADATA + OpenLab.DOMAIN));
		succeeds();
	}

	@Test
	void isRefusedWhereExchangeSignsAsAnotherPrincipal() {
		open(OpenLab.in(this.folder, Scenario.AUTH_CONFIGURATION_FOREIGN));
		this.exchange.apply(new ExchangeChange.SetAuthServer("MicrosoftSts", METADATA + OpenLab.DOMAIN));
		this.lab.addKey(ourKey());
		this.exchange.apply(new ExchangeChange.EnablePushProxy(DOMAIN));
		restart();
		missed("AADSTS700016");
	}

	private void open(OpenLab opened) {
		this.lab = opened;
		this.exchange = opened.console();
	}

	/** The text beside a key says whatever its writer wants; only the bytes count. */
	private void registerAnotherKeyUnderOurThumbprint() {
		Effect replaced = this.lab.ledger()
			.effects()
			.stream()
			.filter((effect) -> effect.world().equals("tenant") && effect.values().containsKey("keys"))
			.reduce((one, other) -> other)
			.orElseThrow();
		JsonNode keys = JsonMapper.shared().readTree(replaced.values().get("keys"));
		((ObjectNode) keys.get(keys.size() - 1)).put("customKeyIdentifier", current());
		Map<String, String> values = new LinkedHashMap<>(replaced.values());
		values.put("keys", keys.toString());
		this.lab.ledger().append("tenant", replaced.kind(), values);
		this.lab.close();
		open(OpenLab.again(this.folder));
		assertThat(this.lab.ledger().effects().getLast().values().get("keys")).contains(current());
	}

	@Test
	void restartsTheServiceHostOfTheServerThatIsNamedAndOfNoOther() {
		open(OpenLab.in(this.folder, Scenario.STANDARD));
		Optional<Instant> first = this.exchange.serviceStarted(EX1, ExchangeService.SERVICE_HOST);
		Optional<Instant> second = this.exchange.serviceStarted("ex2.fabrikam.com", ExchangeService.SERVICE_HOST);
		this.exchange.apply(new ExchangeChange.RestartServiceHost("ex2.fabrikam.com"));
		assertThat(this.exchange.serviceStarted(EX1, ExchangeService.SERVICE_HOST)).isEqualTo(first);
		assertThat(this.exchange.serviceStarted("ex2.fabrikam.com", ExchangeService.SERVICE_HOST).orElseThrow())
			.isAfter(second.orElseThrow());
	}

	private void restart() {
		this.exchange.restartHealthManager(EX1);
		await().until(() -> !probe().error().contains("still loading"));
	}

	private void succeeds() {
		ProbeResult result = probe();
		assertThat(result.resultType()).as("%s", result).isEqualTo("Succeeded");
		assertThat(result.error()).isEmpty();
	}

	private void missed(String... words) {
		int badge = badge();
		assertThat(failed()).contains(words);
		assertThat(this.lab.world().sendMessage()).isFalse();
		assertThat(this.lab.world().view().activity().message().error()).contains(words);
		assertThat(badge()).isEqualTo(badge);
	}

	private String failed() {
		ProbeResult result = probe();
		assertThat(result.resultType()).as("%s", result).isEqualTo("Failed");
		assertThat(result.exception()).isNotEmpty();
		return result.error();
	}

	private ProbeResult probe() {
		return this.exchange.probe(EX1);
	}

	private int badge() {
		return this.lab.world().view().activity().badge();
	}

	private String current() {
		return this.lab.exchange().currentAuthCertificate().thumbprint().value();
	}

	private String ourKey() {
		return this.lab.exchange().currentAuthCertificate().base64();
	}

}
