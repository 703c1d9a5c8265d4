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

import org.hibernate.annotations.Formula;
import org.springframework.dao.OptimisticLockingFailureException;

import io.hybridge.audit.AuditActor;
import io.hybridge.web.PageScope;

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

	@Column(name = "archived_at")
	private Instant archivedAt;

	@Version
	private long version;

	@Formula("(select t.title from organization_title t where t.id = id)")
	private String title;

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
	 * The name, with the domain where another organization has the same name.
	 * @return for instance {@code Fabrikam} or {@code Fabrikam (fabrikam.com)}
	 */
	public String title() {
		return (this.title != null) ? this.title : this.name;
	}

	/** What the pages of this organization say at the top. */
	public PageScope scope() {
		return new PageScope(title(), this.environment.name(), isArchived());
	}

	/** Whether nothing is done there any more; its history stays readable. */
	public boolean isArchived() {
		return this.archivedAt != null;
	}

	/**
	 * Since when it is archived.
	 * @return the moment, or null
	 */
	public Instant archivedAt() {
		return this.archivedAt;
	}

	/** What a form remembers, so that nobody overwrites what they have not seen. */
	public long version() {
		return this.version;
	}

	void requireVersion(long seen) {
		if (seen != this.version) {
			throw new OptimisticLockingFailureException("Organization " + this.id + " was changed since it was shown");
		}
	}

	void rename(String name) {
		this.name = name;
	}

	void move(DomainName domain, String typedDomain) {
		this.domain = domain.value();
		this.typedDomain = typedDomain;
	}

	void archive(Instant now) {
		this.archivedAt = now;
	}

	void restore() {
		this.archivedAt = null;
	}

	/**
	 * A new organization was registered; heard in the same transaction.
	 *
	 * @param organization its id
	 * @param environment whether it is the lab's
	 */
	public record Registered(OrganizationId organization, Environment environment) {
	}

	/**
	 * Who registered it wants to know how it stands; heard once it is there.
	 *
	 * @param organization its id
	 * @param person who asks
	 */
	public record CheckAsked(OrganizationId organization, AuditActor person) {
	}

	/**
	 * What was known of the former domain is not known of the new one; heard in the same
	 * transaction.
	 *
	 * @param organization its id
	 * @param by who corrected it
	 */
	public record Moved(OrganizationId organization, AuditActor by) {
	}

	/**
	 * Nothing is to be done there any more; heard in the same transaction.
	 *
	 * @param organization its id
	 * @param by who archived it
	 */
	public record Archived(OrganizationId organization, AuditActor by) {
	}

	/**
	 * The organization is about to go, and everything kept of it goes with it; heard in
	 * the same transaction.
	 *
	 * @param organization its id
	 * @param by who removes it
	 */
	public record Removed(OrganizationId organization, AuditActor by) {
	}

}
