package io.hybridge.exchange.powershell;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.exchange.ExchangeLinks;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.security.secret.Secrets;

/** Links as rows; their passwords are secrets. */
@Component
class StoredLinks implements ExchangeLinks {

	private static final Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");

	private final JdbcClient jdbc;

	private final Secrets secrets;

	StoredLinks(JdbcClient jdbc, Secrets secrets) {
		this.jdbc = jdbc;
		this.secrets = secrets;
	}

	@Override
	@Transactional
	public void replace(OrganizationId organization, List<ExchangeLink> links) {
		List<ExchangeLink> checked = links.stream().map(StoredLinks::checked).toList();
		Set<String> kept = checked.stream().map(ExchangeLink::fqdn).collect(Collectors.toSet());
		if (kept.size() != checked.size()) {
			throw new IllegalArgumentException("A server has two links");
		}
		rows(organization).stream()
			.map(Row::fqdn)
			.filter((fqdn) -> !kept.contains(fqdn))
			.forEach((fqdn) -> this.secrets.destroy(owner(organization), field(fqdn)));
		this.jdbc.sql("delete from exchange_link where organization_id = ?").param(organization.value()).update();
		for (int ordinal = 0; ordinal < checked.size(); ordinal++) {
			insert(organization, ordinal, checked.get(ordinal));
		}
	}

	@EventListener
	void removed(Organization.Removed removed) {
		replace(removed.organization(), List.of());
	}

	/**
	 * The links of an organization, with their passwords.
	 * @return one per server; the first is the entry server
	 */
	@Transactional(readOnly = true)
	List<ExchangeLink> of(OrganizationId organization) {
		return rows(organization).stream()
			.map((row) -> new ExchangeLink(row.fqdn(), row.address(), row.port(), row.account(),
					password(organization, row.fqdn()), row.authorities()))
			.toList();
	}

	private void insert(OrganizationId organization, int ordinal, ExchangeLink link) {
		this.jdbc.sql("""
				insert into exchange_link (organization_id, ordinal, fqdn, address, port, account, authorities)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(organization.value(), ordinal, link.fqdn(), link.address(), link.port(), link.user(),
					link.authorities())
			.update();
		this.secrets.store(owner(organization), field(link.fqdn()), link.password());
	}

	private List<Row> rows(OrganizationId organization) {
		return this.jdbc.sql("""
				select fqdn, address, port, account, authorities from exchange_link
				where organization_id = ? order by ordinal""").param(organization.value()).query(Row.class).list();
	}

	private String password(OrganizationId organization, String fqdn) {
		return this.secrets.read(owner(organization), field(fqdn))
			.orElseThrow(() -> RemoteFailure.withoutEffect(fqdn, "exchange.no-password", ""));
	}

	private static ExchangeLink checked(ExchangeLink link) {
		String fqdn = link.fqdn().toLowerCase(Locale.ROOT);
		if (!HOST.matcher(fqdn).matches() || link.port() < 1 || link.port() > 65535 || link.user().isBlank()
				|| link.password().isEmpty()) {
			throw new IllegalArgumentException("A link of " + fqdn + " is not complete");
		}
		return new ExchangeLink(fqdn, link.address(), link.port(), link.user(), link.password(), link.authorities());
	}

	private static String owner(OrganizationId organization) {
		return "organization:" + organization;
	}

	private static String field(String fqdn) {
		return "winrm.password:" + fqdn;
	}

	record Row(String fqdn, String address, int port, String account, String authorities) {
	}

}
