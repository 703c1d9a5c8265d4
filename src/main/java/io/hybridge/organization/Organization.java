package io.hybridge.organization;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One on-premises Exchange plus its Microsoft 365 tenant, as the console knows it. */
@Entity
@Table(name = "organization")
public class Organization {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String name;

	private String domain;

	@Column(name = "typed_domain")
	private String typedDomain;

	@Enumerated(EnumType.STRING)
	private Environment environment;

	@Column(name = "registered_at")
	private Instant registeredAt;

	@Version
	private long version;

	protected Organization() {
	}

	Organization(String name, DomainName domain, String typedDomain, Environment environment, Instant registeredAt) {
		this.name = name;
		this.domain = domain.value();
		this.typedDomain = typedDomain;
		this.environment = environment;
		this.registeredAt = registeredAt;
	}

	public OrganizationId id() {
		return new OrganizationId(this.id);
	}

	public String name() {
		return this.name;
	}

	public DomainName domain() {
		return new DomainName(this.domain);
	}

	/**
	 * The domain as it was typed, for display beside the canonical form.
	 * @return for instance {@code bücher.example}
	 */
	public String typedDomain() {
		return this.typedDomain;
	}

	public Environment environment() {
		return this.environment;
	}

	/**
	 * A new organization was registered; heard in the same transaction.
	 *
	 * @param organization its id
	 * @param environment whether it is the lab's
	 */
	public record Registered(OrganizationId organization, Environment environment) {
	}

}
