package io.hybridge.exchange.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.remote.KeyFile;
import io.hybridge.security.secret.Secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** What is promised about an organization's links, whatever the database. */
@Import({ StoredLinks.class, StoredLinksContract.Surroundings.class })
abstract class StoredLinksContract {

	private static final String PASSWORD = "s3cret-\u00fc";

	private static final ServerLink EX1 = BasicLinks.to("EX1.fabrikam.com", "127.0.0.1", 5986, "FABRIKAM\\admin",
			PASSWORD, "-----BEGIN CERTIFICATE-----");

	private static final ServerLink EX2 = BasicLinks.to("ex2.fabrikam.com", "ex2.fabrikam.com", 5986, "admin", "other",
			"-----BEGIN CERTIFICATE-----");

	@Autowired
	StoredLinks links;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Map<String, String> kept;

	@Autowired
	List<ServerLinks.LeadElsewhere> elsewhere;

	private OrganizationId organization;

	@BeforeEach
	void register() {
		this.organization = organization("Fabrikam");
		this.jdbc.sql("update organization set environment = 'LIVE'").update();
	}

	@Test
	void givesTheLinksBackInOrderWithTheirPasswords() {
		this.links.replace(this.organization, List.of(EX1, EX2));
		assertThat(this.links.of(this.organization)).containsExactly(EX1, EX2);
		assertThat(EX1.fqdn()).isEqualTo("ex1.fabrikam.com");
		assertThat(this.links.of(organization("Contoso"))).isEmpty();
	}

	@Test
	void aRealmHasOneSetOfKdcsWhateverTheOrganization() {
		OrganizationId contoso = organization("Contoso");
		this.links.replace(this.organization, List.of(EX1, kerberos("ex2.fabrikam.com", "dc1.fabrikam.com", "dc2")));
		this.links.replace(contoso, List.of(kerberos("ex2.fabrikam.com", "dc2", "dc1.fabrikam.com")));
		List<ServerLink> others = List.of(kerberos("ex2.fabrikam.com", "dc9"));
		assertThatExceptionOfType(KerberosRealmTaken.class).isThrownBy(() -> this.links.replace(contoso, others))
			.extracting(KerberosRealmTaken::realm)
			.isEqualTo("FABRIKAM.COM");
		assertThatExceptionOfType(KerberosRealmTaken.class).isThrownBy(() -> this.links.replace(contoso,
				List.of(kerberos("ex2.fabrikam.com", "dc2", "dc1.fabrikam.com"), kerberos("ex3.fabrikam.com"))));
		this.links.replace(contoso, List.of());
		this.links.replace(this.organization, others);
		assertThat(this.links.of(this.organization)).isEqualTo(others);
	}

	private static ServerLink kerberos(String fqdn, String... kdcs) {
		return new WinRmLink(fqdn, fqdn, 5985, new Channel.SealedMessages(), new WindowsSignIn.Kerberos("svc-hybridge",
				new KerberosRealm("fabrikam.com", List.of(kdcs)), new KerberosProof.Password(PASSWORD)), null);
	}

	/** Proofs fall with that, so who only signs in otherwise must not be told so. */
	@Test
	void leadElsewhereWhereALinkIsGoneOrHasAnotherAddress() {
		assertThat(elsewhere(List.of(EX1))).as("nothing was reached before").isFalse();
		assertThat(elsewhere(List.of(BasicLinks.to("ex1.fabrikam.com", "127.0.0.1", 5986, "FABRIKAM\\other", "another",
				"-----BEGIN OTHER-----"))))
			.as("another account")
			.isFalse();
		assertThat(elsewhere(List.of(EX1, EX2))).as("one more server").isFalse();
		assertThat(elsewhere(List.of(EX2, EX1))).as("another order").isFalse();
		ServerLink moved = BasicLinks.to("ex2.fabrikam.com", "10.0.0.9", 5986, "admin", "other", "");
		assertThat(elsewhere(List.of(moved, EX1))).as("another address").isTrue();
		assertThat(elsewhere(List.of(BasicLinks.to("ex2.fabrikam.com", "10.0.0.9", 5987, "admin", "other", ""), EX1)))
			.as("another port")
			.isTrue();
		assertThat(elsewhere(List.of(EX1))).as("one less").isTrue();
		this.kept.clear();
		assertThat(elsewhere(List.of(EX1))).as("nobody can tell where it led").isTrue();
	}

	/** Its servers listen at other ports after each start. */
	@Test
	void neverLeadElsewhereInTheLab() {
		this.jdbc.sql("update organization set environment = 'LAB' where id = ?")
			.param(this.organization.value())
			.update();
		assertThat(elsewhere(List.of(EX1))).isFalse();
		assertThat(elsewhere(List.of(EX2))).isFalse();
	}

	private boolean elsewhere(List<ServerLink> links) {
		this.elsewhere.clear();
		this.links.replace(this.organization, links);
		return this.elsewhere.contains(new ServerLinks.LeadElsewhere(this.organization));
	}

	@Test
	void noPasswordStandsInTheTable() {
		this.links.replace(this.organization, List.of(EX1));
		assertThat(this.jdbc.sql("select * from exchange_link").query().listOfRows()).isNotEmpty()
			.allSatisfy((row) -> assertThat(row.values().toString()).doesNotContain(PASSWORD));
		assertThat(EX1.toString()).doesNotContain(PASSWORD);
	}

	@Test
	void aServerThatIsLeftOutLosesItsPassword() {
		this.links.replace(this.organization, List.of(EX1, EX2));
		this.links.replace(this.organization, List.of(EX2));
		assertThat(this.links.of(this.organization)).containsExactly(EX2);
		assertThat(this.kept.keySet()).filteredOn((key) -> key.startsWith("organization:" + this.organization + "/"))
			.containsExactly("organization:" + this.organization + "/exchange.link:ex2.fabrikam.com");
	}

	@Test
	void refusesWhatIsNoHostAndKeepsWhatWasThere() {
		this.links.replace(this.organization, List.of(EX2));
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.links.replace(this.organization, List.of(BasicLinks.to("ex1/..", "x", 5986, "u", "p", ""))));
		assertThatIllegalArgumentException().isThrownBy(() -> this.links.replace(this.organization, List.of(EX2, EX2)));
		assertThat(this.links.of(this.organization)).containsExactly(EX2);
	}

	@Test
	void everyKindOfLinkComesBackAsItWas() {
		Account exchange = new Account("FABRIKAM\\exchange", "s3cret");
		Channel pinned = new Channel.Tls(new PeerTrust.Pinned("AB:".repeat(31) + "AB"));
		KerberosRealm realm = new KerberosRealm("fabrikam.test", List.of("dc1.fabrikam.test:88", "dc2.fabrikam.test"));
		List<ServerLink> links = List.of(
				new WinRmLink("a.test", "10.0.0.1", 5985, new Channel.SealedMessages(),
						new WindowsSignIn.Kerberos("svc", realm, new KerberosProof.Password("s3cret")), null),
				new WinRmLink("b.test", "b.test", 5986, new Channel.Tls(new PeerTrust.Runtime()),
						new WindowsSignIn.Kerberos("svc", realm, new KerberosProof.Keytab(new KeyFile("svc.keytab"))),
						exchange),
				new WinRmLink("c.test", "c.test", 5986, pinned, new WindowsSignIn.Ntlm(exchange), null),
				new WinRmLink("d.test", "d.test", 5986, pinned,
						new WindowsSignIn.ClientCertificate(new KeyFile("client.p12"), "s3cret"), exchange),
				new SshLink("e.test", "e.test", 22, "SHA256:" + "A".repeat(43), new SshSignIn.Password(exchange), null),
				new SshLink("f.test", "f.test", 22, "SHA256:" + "b".repeat(43),
						new SshSignIn.Key("petra", new KeyFile("id_ed25519"), "s3cret"), exchange),
				new LocalLink("g.test"));
		this.links.replace(this.organization, links);
		assertThat(this.links.of(this.organization)).isEqualTo(links);
		assertThat(links.toString()).doesNotContain("s3cret");
	}

	@Test
	void aSignInThatCannotSealNeedsTls() {
		assertThatIllegalArgumentException().isThrownBy(() -> new WinRmLink("a.test", "a.test", 5985,
				new Channel.SealedMessages(), new WindowsSignIn.Basic(new Account("petra", "s3cret")), null));
	}

	private OrganizationId organization(String name) {
		return RegisteredOrganizations.add(this.jdbc, name, "fabrikam.com");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Surroundings {

		@Bean
		Told told() {
			return new Told();
		}

		@Bean
		OrganizationHistory history() {
			OrganizationHistory history = mock(OrganizationHistory.class);
			when(history.of(any())).thenReturn(new OrganizationHistory.Use(false, false, false, false, false, 0));
			return history;
		}

		@Bean
		List<ServerLinks.LeadElsewhere> elsewhere(Told told) {
			return told.elsewhere;
		}

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
				public void destroyAll(String owner, String beginning) {
					kept.keySet().removeIf((row) -> row.startsWith(owner + "/" + beginning));
				}

				@Override
				public boolean destroy(String owner, String field) {
					return kept.remove(owner + "/" + field) != null;
				}

			};
		}

	}

	/** Who listens. */
	static class Told {

		private final List<ServerLinks.LeadElsewhere> elsewhere = new ArrayList<>();

		@EventListener
		void elsewhere(ServerLinks.LeadElsewhere event) {
			this.elsewhere.add(event);
		}

	}

}
