package io.hybridge.microsoft365.signin;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.DomainEvents;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.Permission;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.microsoft365.signin.msal.IdToken;
import io.hybridge.organization.OrganizationId;

/**
 * As whom a person is signed in to an organization's tenant, and until when that is kept.
 */
@Entity
@Table(name = "tenant_sign_in")
class TenantSignIn {

	@EmbeddedId
	private Holder holder;

	@Column(name = "account_name")
	private String accountName;

	@Column(name = "session_id")
	private String session;

	@Column(name = "tenant_id")
	private String tenantId;

	@Column(name = "user_name")
	private String userName;

	@Column(name = "signed_in_at")
	private Instant signedInAt;

	@Column(name = "kept_until")
	private Instant keptUntil;

	@Column(name = "object_id")
	private String objectId;

	@Column(name = "home_tenant_id")
	private String homeTenantId;

	private String scopes;

	private String claims;

	@Column(name = "client_id")
	private String clientId;

	@Transient
	private AuditActor person;

	@Transient
	private String place = SignIns.STEP;

	protected TenantSignIn() {
	}

	TenantSignIn(SignInRecord record, IdToken token, Instant signedInAt, Instant keptUntil) {
		this.holder = Holder.of(record.organization(), record.actor());
		this.accountName = record.actor().name();
		this.tenantId = record.tenantId();
		this.userName = token.userName();
		this.objectId = token.objectId();
		this.homeTenantId = token.homeTenantId();
		this.scopes = token.scopes();
		this.clientId = token.audience();
		this.signedInAt = signedInAt;
		this.keptUntil = keptUntil;
		this.person = record.actor();
	}

	/** Lasts no longer than the session in which it was made. */
	TenantSignIn in(String session) {
		this.session = session;
		return this;
	}

	TenantSignIn comingFrom(String place) {
		this.place = place;
		return this;
	}

	/** Told when the sign-in is kept. */
	@DomainEvents
	Collection<SignIns.SignedIn> news() {
		return (this.person != null) ? List.of(new SignIns.SignedIn(organization(), this.person, this.place))
				: List.of();
	}

	Holder holder() {
		return this.holder;
	}

	/** The name of the person at this console. */
	String accountName() {
		return this.accountName;
	}

	TenantIdentity identity() {
		return new TenantIdentity(this.userName, objectId(), this.tenantId);
	}

	OrganizationId organization() {
		return this.holder.organization();
	}

	String tenantId() {
		return this.tenantId;
	}

	String objectId() {
		return (this.objectId != null) ? this.objectId : "";
	}

	String userName() {
		return this.userName;
	}

	/**
	 * Whether the token was issued to this application, as far as is known.
	 * @param clientId of the application
	 */
	boolean isOf(String clientId) {
		return this.clientId == null || this.clientId.equalsIgnoreCase(clientId);
	}

	/** What Microsoft asked to be signed in with anew, as JSON, or empty. */
	String claims() {
		return (this.claims != null) ? this.claims : "";
	}

	void challenge(String claims) {
		this.claims = claims;
	}

	boolean keptAt(Instant now) {
		return now.isBefore(this.keptUntil);
	}

	SignIns.Attempt.SignedInAs asAttempt() {
		return new SignIns.Attempt.SignedInAs(this.userName, objectId(), this.tenantId, elsewhere(), this.signedInAt,
				this.keptUntil, !claims().isEmpty(), missing());
	}

	/** Nothing is missing as far as is known. */
	private List<String> missing() {
		if (this.scopes == null || this.scopes.isBlank()) {
			return List.of();
		}
		Set<String> granted = Arrays.stream(this.scopes.strip().split("\\s+"))
			.map((scope) -> scope.substring(scope.lastIndexOf('/') + 1))
			.collect(Collectors.toSet());
		return Arrays.stream(Permission.values())
			.map(Permission::getScope)
			.filter((scope) -> !granted.contains(scope))
			.toList();
	}

	/** The tenant in which a guest or partner is at home, or null. */
	private String elsewhere() {
		return (this.homeTenantId == null || this.homeTenantId.isEmpty()
				|| this.homeTenantId.equalsIgnoreCase(this.tenantId)) ? null : this.homeTenantId;
	}

}
