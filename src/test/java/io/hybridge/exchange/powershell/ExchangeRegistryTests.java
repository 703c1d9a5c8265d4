package io.hybridge.exchange.powershell;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.link.BasicLinks;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ExchangeRegistryTests {

	private static final OrganizationId FABRIKAM = new OrganizationId(7);

	private List<ServerLink> kept = List.of();

	private final ExchangeRegistry exchanges = new ExchangeRegistry(new ServerLinks() {

		@Override
		public List<ServerLink> of(OrganizationId organization) {
			return ExchangeRegistryTests.this.kept;
		}

		@Override
		public List<ServerLink> held(OrganizationId organization) {
			throw new IllegalStateException("Nothing is changed here");
		}

		@Override
		public void replace(OrganizationId organization, List<ServerLink> links) {
			throw new IllegalStateException("Nothing is replaced here");
		}

	}, (link) -> (call) -> {
		throw new IllegalStateException("Nothing is called here");
	}, new ExchangeSettings(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(60),
			Duration.ofSeconds(90), 32), Clock.systemUTC());

	@Test
	void theFirstLinkIsTheEntryServer() {
		this.kept = List.of(new LocalLink("ex1.fabrikam.com"), new LocalLink("ex2.fabrikam.com"));
		Exchange exchange = this.exchanges.of(FABRIKAM);
		assertThat(exchange.entryServer()).isEqualTo("ex1.fabrikam.com");
		assertThat(this.exchanges.of(FABRIKAM)).isSameAs(exchange);
		this.kept = List.of(new LocalLink("ex2.fabrikam.com"));
		assertThat(this.exchanges.of(FABRIKAM).entryServer()).isEqualTo("ex2.fabrikam.com");
	}

	@Test
	void anOrganizationWithoutLinksHasNoConnection() {
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> this.exchanges.of(FABRIKAM));
		assertThat(failure.code()).isEqualTo("exchange.no-connection");
		assertThat(failure.effect()).isEqualTo(RemoteFailure.Effect.NONE);
	}

	/** One server on which nobody ends it is enough to know nothing. */
	@Test
	void whatNobodyListensToEndsByAKnownTimeOnlyWhereEveryServerEndsIt() {
		ServerLink winrm = BasicLinks.to("ex1.fabrikam.com", "10.0.0.1", 5986, "svc", "pass-1", "");
		this.kept = List.of(winrm);
		assertThat(this.exchanges.endsAbandoned(FABRIKAM)).isEqualTo(winrm.endsAbandoned()).isPresent();
		this.kept = List.of(winrm, new LocalLink("ex2.fabrikam.com"));
		assertThat(this.exchanges.endsAbandoned(FABRIKAM)).isEmpty();
		this.kept = List.of();
		assertThat(this.exchanges.endsAbandoned(FABRIKAM)).as("nobody knows what was there").isEmpty();
	}

	@Test
	void aServerWithoutALinkHasNoAddress() {
		LinkedServers servers = new LinkedServers(List.of(new LocalLink("ex1.fabrikam.com")), (link) -> (call) -> null);
		ScriptCall call = new ScriptCall("ex7.fabrikam.com", ScriptCatalog.load().script("Get-HybridState"), Map.of(),
				Duration.ofMinutes(1));
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> servers.run(call));
		assertThat(failure.code()).isEqualTo("exchange.no-address");
	}

}
