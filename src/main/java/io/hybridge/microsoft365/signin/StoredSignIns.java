package io.hybridge.microsoft365.signin;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.organization.OrganizationId;
import io.hybridge.security.secret.Secrets;

/**
 * Keeps the token of a sign-in encrypted, for some hours at most, and records who signed
 * in.
 */
@Component
class StoredSignIns {

	private static final String FIELD = "msal.token-cache";

	private static final String BROWSER = "msal.browser";

	private final TenantSignIns signIns;

	private final Secrets secrets;

	private final SignInOrganizations organizations;

	private final AuditLog audit;

	private final Clock clock;

	StoredSignIns(TenantSignIns signIns, Secrets secrets, SignInOrganizations organizations, AuditLog audit,
			Clock clock) {
		this.signIns = signIns;
		this.secrets = secrets;
		this.organizations = organizations;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Optional<TenantSignIn> find(OrganizationId organization) {
		return this.signIns.findById(organization.value()).filter((signIn) -> signIn.keptAt(this.clock.instant()));
	}

	@Transactional(readOnly = true)
	String cache(OrganizationId organization) {
		return find(organization).flatMap((signIn) -> this.secrets.read(owner(organization), FIELD)).orElse("");
	}

	/** Keeps a refreshed cache, unless somebody has signed out meanwhile. */
	@Transactional
	void refresh(OrganizationId organization, String cache) {
		if (find(organization).isPresent()) {
			this.secrets.store(owner(organization), FIELD, cache);
		}
	}

	/**
	 * Keeps it, unless the organization was archived, moved or removed since it began.
	 * @return whether it is kept and recorded
	 */
	@Transactional
	boolean keep(TenantSignIn signIn, String cache, SignInRecord record) {
		if (!this.organizations.stands(record)) {
			return false;
		}
		this.secrets.store(owner(signIn.organization()), FIELD, cache);
		this.signIns.save(signIn);
		this.audit.append(record.done(signIn));
		return true;
	}

	@Transactional
	void record(SignInRecord record, String code, String evidence) {
		this.audit.append(record.ended(code, evidence));
	}

	@Transactional
	void challenge(OrganizationId organization, String claims) {
		find(organization).ifPresent((signIn) -> {
			signIn.challenge(claims);
			this.signIns.save(signIn);
		});
	}

	/** What Microsoft asked to be signed in with anew, or empty. */
	String claims(OrganizationId organization) {
		return find(organization).map(TenantSignIn::claims).orElse("");
	}

	/**
	 * Keeps what a browser has to bring back; a former one is not waited for any more.
	 */
	@Transactional
	void expect(BrowserAttempt attempt) {
		this.secrets.store(owner(attempt.record().organization()), BROWSER, GraphJson.JSON.writeValueAsString(attempt));
		recordAttempt(attempt.record());
	}

	/** Takes what is waited for if it fits: of all who ask at once, one gets it. */
	@Transactional
	Optional<BrowserAttempt> take(OrganizationId organization, Predicate<BrowserAttempt> fitting) {
		return this.secrets.read(owner(organization), BROWSER)
			.map((kept) -> GraphJson.JSON.readValue(kept, BrowserAttempt.class))
			.filter(fitting)
			.filter((attempt) -> this.secrets.destroy(owner(organization), BROWSER));
	}

	/** Nobody waits for a browser any more. */
	@Transactional
	void expectNothing(OrganizationId organization) {
		this.secrets.destroy(owner(organization), BROWSER);
	}

	@Transactional
	void recordAttempt(SignInRecord record) {
		this.audit.append(record.attempted());
	}

	/**
	 * Forgets the token.
	 * @return whether there was one
	 */
	@Transactional
	boolean forget(OrganizationId organization) {
		boolean there = this.signIns.findById(organization.value()).isPresent();
		this.secrets.destroy(owner(organization), FIELD);
		this.signIns.deleteById(organization.value());
		return there;
	}

	/**
	 * Forgets the token because a person wants it.
	 * @param organization whose tenant
	 */
	@Transactional
	void signOut(OrganizationId organization, AuditActor person) {
		Optional<TenantSignIn> signIn = find(organization);
		forget(organization);
		signIn
			.ifPresent((found) -> this.audit.append(AuditEntry.of(AuditKind.TENANT_SIGN_OUT, AuditOutcome.DONE, person)
				.about(organization.value(), this.organizations.name(organization))
				.with("user", found.userName())));
	}

	/** Forgets every token whose time is over. */
	@Transactional
	void forgetExpired() {
		this.signIns.findByKeptUntilLessThanEqual(this.clock.instant())
			.forEach((signIn) -> forget(signIn.organization()));
	}

	private static String owner(OrganizationId organization) {
		return "organization:" + organization;
	}

}
