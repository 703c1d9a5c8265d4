package io.hybridge.exchange.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.security.secret.Secrets;

/**
 * Links as secrets, whole: who can write to the database cannot lead a password to
 * another address. The rows only say which server comes first.
 */
@Component
class StoredLinks implements ServerLinks {

	private final JdbcClient jdbc;

	private final Secrets secrets;

	private final OrganizationHistory history;

	private final ApplicationEventPublisher events;

	StoredLinks(JdbcClient jdbc, Secrets secrets, OrganizationHistory history, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.secrets = secrets;
		this.history = history;
		this.events = events;
	}

	@Override
	@Transactional
	public void replace(OrganizationId organization, List<ServerLink> links) {
		Set<String> kept = links.stream().map(ServerLink::fqdn).collect(Collectors.toCollection(HashSet::new));
		if (kept.size() != links.size()) {
			throw new IllegalArgumentException("A server has two links");
		}
		if (isAlreadySo(organization, links)) {
			return;
		}
		refuseOtherKdcs(organization, links);
		boolean elsewhere = leadElsewhere(organization, links);
		if (elsewhere && this.history.of(organization).changing()) {
			throw new InUse(organization);
		}
		servers(organization).stream()
			.filter((fqdn) -> !kept.contains(fqdn))
			.forEach((fqdn) -> this.secrets.destroy(owner(organization), field(fqdn)));
		this.jdbc.sql("delete from exchange_link where organization_id = ?").param(organization.value()).update();
		for (int ordinal = 0; ordinal < links.size(); ordinal++) {
			insert(organization, ordinal, links.get(ordinal));
		}
		this.events.publishEvent(new Changed(organization, List.copyOf(links)));
		if (elsewhere) {
			this.events.publishEvent(new LeadElsewhere(organization));
		}
	}

	/**
	 * Where a link cannot be opened any more nobody knows where it led. The servers of
	 * the lab listen at other ports after each start, and are the same.
	 */
	private boolean leadElsewhere(OrganizationId organization, List<ServerLink> links) {
		Set<String> now = links.stream().map(ServerLink::destination).collect(Collectors.toSet());
		return servers(organization).stream()
			.anyMatch((fqdn) -> stored(organization, fqdn).map(ServerLink::destination).filter(now::contains).isEmpty())
				&& !inLab(organization);
	}

	private boolean inLab(OrganizationId organization) {
		return this.jdbc.sql("select count(*) from organization where id = ? and environment = 'LAB'")
			.param(organization.value())
			.query(Long.class)
			.single() > 0;
	}

	private void refuseOtherKdcs(OrganizationId organization, List<ServerLink> links) {
		Map<String, Set<String>> kdcs = new HashMap<>();
		List<KerberosRealm> asked = links.stream().flatMap(StoredLinks::realm).toList();
		Stream<KerberosRealm> others = asked.isEmpty() ? Stream.empty() : realmsOfOthers(organization);
		Stream.concat(others, asked.stream()).forEach((realm) -> {
			Set<String> known = kdcs.putIfAbsent(realm.name(), Set.copyOf(realm.kdcs()));
			if (known != null && !known.equals(Set.copyOf(realm.kdcs()))) {
				throw new KerberosRealmTaken(realm.name());
			}
		});
	}

	private Stream<KerberosRealm> realmsOfOthers(OrganizationId organization) {
		return this.jdbc.sql("select organization_id, fqdn from exchange_link where organization_id <> ?")
			.param(organization.value())
			.query((row, number) -> this.secrets.read("organization:" + row.getString(1), field(row.getString(2))))
			.list()
			.stream()
			.flatMap(Optional::stream)
			.map(LinkJson::read)
			.flatMap(StoredLinks::realm);
	}

	private static Stream<KerberosRealm> realm(ServerLink link) {
		return (link instanceof WinRmLink winrm && winrm.signIn() instanceof WindowsSignIn.Kerberos kerberos)
				? Stream.of(kerberos.realm()) : Stream.empty();
	}

	@EventListener
	void removed(Organization.Removed removed) {
		replace(removed.organization(), List.of());
	}

	/** Also where what is stored cannot be opened any more, which is then not so. */
	private boolean isAlreadySo(OrganizationId organization, List<ServerLink> links) {
		return servers(organization).equals(links.stream().map(ServerLink::fqdn).toList()) && links.stream()
			.allMatch((link) -> stored(organization, link.fqdn()).filter(link::equals).isPresent());
	}

	@Override
	@Transactional(readOnly = true)
	public List<ServerLink> of(OrganizationId organization) {
		return servers(organization).stream().map((fqdn) -> read(organization, fqdn)).toList();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public List<ServerLink> held(OrganizationId organization) {
		this.history.held(organization);
		return of(organization);
	}

	private void insert(OrganizationId organization, int ordinal, ServerLink link) {
		this.jdbc.sql("insert into exchange_link (organization_id, ordinal, fqdn) values (?, ?, ?)")
			.params(organization.value(), ordinal, link.fqdn())
			.update();
		this.secrets.store(owner(organization), field(link.fqdn()), LinkJson.write(link));
	}

	private List<String> servers(OrganizationId organization) {
		return this.jdbc.sql("select fqdn from exchange_link where organization_id = ? order by ordinal")
			.param(organization.value())
			.query(String.class)
			.list();
	}

	private ServerLink read(OrganizationId organization, String fqdn) {
		return stored(organization, fqdn)
			.orElseThrow(() -> RemoteFailure.withoutEffect(fqdn, "exchange.no-password", ""));
	}

	private Optional<ServerLink> stored(OrganizationId organization, String fqdn) {
		return this.secrets.read(owner(organization), field(fqdn)).map(LinkJson::read);
	}

	private static String owner(OrganizationId organization) {
		return "organization:" + organization;
	}

	private static String field(String fqdn) {
		return "exchange.link:" + fqdn;
	}

}
