package io.hybridge.microsoft365.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.DomainEvents;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;

/** Who is signed in to an organization's tenant, and until when that is kept. */
@Entity
@Table(name = "tenant_sign_in")
class TenantSignIn {

	@Id
	@Column(name = "organization_id")
	private Long organizationId;

	@Column(name = "tenant_id")
	private String tenantId;

	@Column(name = "user_name")
	private String userName;

	@Column(name = "signed_in_at")
	private Instant signedInAt;

	@Column(name = "kept_until")
	private Instant keptUntil;

	@Transient
	private AuditActor person;

	protected TenantSignIn() {
	}

	TenantSignIn(OrganizationId organization, String tenantId, String userName, Instant signedInAt, Instant keptUntil) {
		this.organizationId = organization.value();
		this.tenantId = tenantId;
		this.userName = userName;
		this.signedInAt = signedInAt;
		this.keptUntil = keptUntil;
	}

	TenantSignIn askedForBy(AuditActor person) {
		this.person = person;
		return this;
	}

	/** Told when the sign-in is kept. */
	@DomainEvents
	Collection<SignIns.SignedIn> news() {
		return (this.person != null) ? List.of(new SignIns.SignedIn(organization(), this.person)) : List.of();
	}

	OrganizationId organization() {
		return new OrganizationId(this.organizationId);
	}

	String tenantId() {
		return this.tenantId;
	}

	String userName() {
		return this.userName;
	}

	boolean keptAt(Instant now) {
		return now.isBefore(this.keptUntil);
	}

	SignIns.Attempt.SignedInAs asAttempt() {
		return new SignIns.Attempt.SignedInAs(this.userName, this.signedInAt, this.keptUntil);
	}

}
