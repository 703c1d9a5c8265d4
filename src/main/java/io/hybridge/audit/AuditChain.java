package io.hybridge.audit;

import java.sql.Types;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers the entries of each chain without a gap and says what each follows. The head
 * row is locked until the transaction ends, so a number of a transaction that is rolled
 * back is given again.
 */
@Component
public class AuditChain {

	public static final long CONSOLE = 0;

	private static final long GATE = -1;

	private final JdbcClient jdbc;

	AuditChain(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Link next(long chain, String organizationName, String organizationDomain) {
		if (!advance(chain, organizationName, organizationDomain)) {
			begin(chain, organizationName, organizationDomain);
		}
		return this.jdbc.sql("""
				select head.last_number, before.hash from audit_chain head
				left join audit_entry before on before.chain = head.chain and before.number = head.last_number - 1
				where head.chain = ?""")
			.param(chain)
			.query((row, index) -> new Link(row.getLong("last_number"), row.getString("hash")))
			.single();
	}

	private boolean advance(long chain, String organizationName, String organizationDomain) {
		return this.jdbc.sql("""
				update audit_chain set last_number = last_number + 1,
					organization_name = coalesce(:name, organization_name),
					organization_domain = coalesce(:domain, organization_domain)
				where chain = :chain""")
			.param("name", organizationName, Types.VARCHAR)
			.param("domain", organizationDomain, Types.VARCHAR)
			.param("chain", chain)
			.update() == 1;
	}

	private void begin(long chain, String organizationName, String organizationDomain) {
		this.jdbc.sql("select chain from audit_chain where chain = ? for update")
			.param(GATE)
			.query(Long.class)
			.single();
		if (!advance(chain, organizationName, organizationDomain)) {
			this.jdbc.sql("""
					insert into audit_chain (chain, last_number, organization_name, organization_domain)
					values (:chain, 1, :name, :domain)""")
				.param("domain", organizationDomain, Types.VARCHAR)
				.param("chain", chain)
				.param("name", organizationName, Types.VARCHAR)
				.update();
		}
	}

	/**
	 * A place at the end of a chain.
	 *
	 * @param number in the chain
	 * @param previous hash of the entry before, or null for the first
	 */
	record Link(long number, String previous) {
	}

}
