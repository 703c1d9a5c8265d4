package io.hybridge.exchange.powershell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeLinks.ExchangeLink;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.security.secret.Secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is promised about an organization's links, whatever the database. */
@Import({ StoredLinks.class, ExchangeRegistry.class, StoredLinksContract.Surroundings.class })
@EnableConfigurationProperties(ExchangeSettings.class)
abstract class StoredLinksContract {

	private static final ExchangeLink EX1 = new ExchangeLink("EX1.fabrikam.com", "127.0.0.1", 5986, "FABRIKAM\\admin",
			"s3cret-\u00fc", "-----BEGIN CERTIFICATE-----");

	private static final ExchangeLink EX2 = new ExchangeLink("ex2.fabrikam.com", "ex2.fabrikam.com", 5986, "admin",
			"other", null);

	@Autowired
	StoredLinks links;

	@Autowired
	ExchangeRegistry exchanges;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Map<String, String> kept;

	private OrganizationId organization;

	@BeforeEach
	void register() {
		this.organization = organization("Fabrikam");
	}

	@Test
	void givesTheLinksBackInOrderWithTheirPasswords() {
		this.links.replace(this.organization, List.of(EX1, EX2));
		assertThat(this.links.of(this.organization)).containsExactly(new ExchangeLink("ex1.fabrikam.com", EX1.address(),
				EX1.port(), EX1.user(), EX1.password(), EX1.authorities()), EX2);
		assertThat(this.links.of(organization("Contoso"))).isEmpty();
	}

	@Test
	void noPasswordStandsInTheTable() {
		this.links.replace(this.organization, List.of(EX1));
		assertThat(this.jdbc.sql("select * from exchange_link").query().listOfRows()).isNotEmpty()
			.allSatisfy((row) -> assertThat(row.values().toString()).doesNotContain(EX1.password()));
		assertThat(EX1.toString()).doesNotContain(EX1.password());
	}

	@Test
	void aServerThatIsLeftOutLosesItsPassword() {
		this.links.replace(this.organization, List.of(EX1, EX2));
		this.links.replace(this.organization, List.of(EX2));
		assertThat(this.links.of(this.organization)).containsExactly(EX2);
		assertThat(this.kept.keySet()).filteredOn((key) -> key.startsWith("organization:" + this.organization + "/"))
			.containsExactly("organization:" + this.organization + "/winrm.password:ex2.fabrikam.com");
	}

	@Test
	void refusesWhatIsNoHostAndKeepsWhatWasThere() {
		this.links.replace(this.organization, List.of(EX2));
		assertThatIllegalArgumentException().isThrownBy(() -> this.links.replace(this.organization,
				List.of(new ExchangeLink("ex1/..", "x", 5986, "u", "p", null))));
		assertThatIllegalArgumentException().isThrownBy(() -> this.links.replace(this.organization, List.of(EX2, EX2)));
		assertThat(this.links.of(this.organization)).containsExactly(EX2);
	}

	@Test
	void theFirstLinkIsTheEntryServer() {
		this.links.replace(this.organization, List.of(EX1, EX2));
		Exchange exchange = this.exchanges.of(this.organization);
		assertThat(exchange.entryServer()).isEqualTo("ex1.fabrikam.com");
		assertThat(this.exchanges.of(this.organization)).isSameAs(exchange);
		this.links.replace(this.organization, List.of(EX2));
		assertThat(this.exchanges.of(this.organization).entryServer()).isEqualTo("ex2.fabrikam.com");
	}

	@Test
	void anOrganizationWithoutLinksHasNoConnection() {
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> this.exchanges.of(this.organization));
		assertThat(failure.code()).isEqualTo("exchange.no-connection");
		assertThat(failure.effect()).isEqualTo(RemoteFailure.Effect.NONE);
	}

	private OrganizationId organization(String name) {
		return RegisteredOrganizations.add(this.jdbc, name, "fabrikam.com");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Surroundings {

		@Bean
		Map<String, String> kept() {
			return new HashMap<>();
		}

		@Bean
		Secrets secrets(Map<String, String> kept) {
			return new Secrets() {

				@Override
				public void store(String owner, String field, String value) {
					kept.put(owner + "/" + field, value);
				}

				@Override
				public Optional<String> read(String owner, String field) {
					return Optional.ofNullable(kept.get(owner + "/" + field));
				}

				@Override
				public void destroy(String owner, String field) {
					kept.remove(owner + "/" + field);
				}

			};
		}

		@Bean
		Transports transports() {
			return (links) -> (call) -> {
				throw new IllegalStateException("Nothing is called here");
			};
		}

	}

}
