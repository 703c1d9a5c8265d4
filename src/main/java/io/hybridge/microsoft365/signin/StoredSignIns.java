package io.hybridge.microsoft365.signin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
 * Keeps the token of a person's sign-in encrypted, for some hours at most and no longer
 * than that person's session, and records who signed in.
 */
@Component
class StoredSignIns {

	private static final String FIELDS = "msal.";

	private static final String CACHE = FIELDS + "token-cache:person:";

	private static final String BROWSER = FIELDS + "browser:person:";

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
	Optional<TenantSignIn> find(Holder holder) {
		return standing(holder.organization()).filter((signIn) -> signIn.holder().equals(holder)).findFirst();
	}

	/** The names at this console of all others who are signed in. */
	@Transactional(readOnly = true)
	List<String> others(Holder holder) {
		return standing(holder.organization()).filter((signIn) -> !signIn.holder().equals(holder))
			.map(TenantSignIn::accountName)
			.toList();
	}

	private Stream<TenantSignIn> standing(OrganizationId organization) {
		return this.signIns.findStanding(organization.value(), this.clock.instant()).stream();
	}

	@Transactional(readOnly = true)
	String cache(Holder holder) {
		return find(holder).flatMap((signIn) -> this.secrets.read(owner(holder), CACHE + holder.accountId()))
			.orElse("");
	}

	/** Keeps a refreshed cache, unless somebody has signed out meanwhile. */
	@Transactional
	void refresh(Holder holder, String cache) {
		if (find(holder).isPresent()) {
			this.secrets.store(owner(holder), CACHE + holder.accountId(), cache);
		}
	}

	/**
	 * Keeps it, unless the organization was archived, moved or removed, or the session
	 * ended, since it began.
	 * @param session of the person, by the name that its browser shows
	 * @return why it is not kept, or empty where it is kept and recorded
	 */
	@Transactional
	Optional<String> keep(TenantSignIn signIn, String cache, SignInRecord record, String session) {
		if (!this.organizations.stands(record)) {
			return Optional.of("microsoft365.organization-changed");
		}
		Optional<String> lasting = this.signIns.findSession(session);
		if (lasting.isEmpty()) {
			return Optional.of("microsoft365.replaced");
		}
		Holder holder = signIn.holder();
		this.secrets.store(owner(holder), CACHE + holder.accountId(), cache);
		this.signIns.save(signIn.in(lasting.get()));
		this.audit.append(record.done(signIn));
		return Optional.empty();
	}

	@Transactional
	void record(SignInRecord record, String code, String evidence) {
		this.audit.append(record.ended(code, evidence));
	}

	@Transactional
	void challenge(Holder holder, String claims) {
		find(holder).ifPresent((signIn) -> {
			signIn.challenge(claims);
			this.signIns.save(signIn);
		});
	}

	/** What Microsoft asked to be signed in with anew, or empty. */
	String claims(Holder holder) {
		return find(holder).map(TenantSignIn::claims).orElse("");
	}

	/**
	 * Keeps what a browser has to bring back; a former one is not waited for any more.
	 */
	@Transactional
	void expect(BrowserAttempt attempt) {
		Holder holder = attempt.record().holder();
		this.secrets.store(owner(holder), BROWSER + holder.accountId(), GraphJson.JSON.writeValueAsString(attempt));
		recordAttempt(attempt.record());
	}

	/** Takes what is waited for if it fits: of all who ask at once, one gets it. */
	@Transactional
	Optional<BrowserAttempt> take(Holder holder, Predicate<BrowserAttempt> fitting) {
		String field = BROWSER + holder.accountId();
		return this.secrets.read(owner(holder), field)
			.map((kept) -> GraphJson.JSON.readValue(kept, BrowserAttempt.class))
			.filter(fitting)
			.filter((attempt) -> this.secrets.destroy(owner(holder), field));
	}

	/** Nobody waits for a person's browser any more. */
	@Transactional
	void expectNothing(Holder holder) {
		this.secrets.destroy(owner(holder), BROWSER + holder.accountId());
	}

	@Transactional
	void recordAttempt(SignInRecord record) {
		this.audit.append(record.attempted());
	}

	/** Forgets a person's token. */
	@Transactional
	void forget(Holder holder) {
		this.secrets.destroy(owner(holder), CACHE + holder.accountId());
		this.signIns.deleteById(holder);
	}

	/**
	 * Forgets a person's token because that person wants it.
	 */
	@Transactional
	void signOut(Holder holder, AuditActor person) {
		Optional<TenantSignIn> signIn = find(holder);
		forget(holder);
		signIn.ifPresent((found) -> recordEnd(found, person));
	}

	/**
	 * Forgets the tokens of all, and waits for no browser any more, because a person has
	 * changed the organization.
	 */
	@Transactional
	void endAll(OrganizationId organization, AuditActor person) {
		List<TenantSignIn> standing = standing(organization).toList();
		this.signIns.findByHolderOrganizationId(organization.value()).forEach((signIn) -> forget(signIn.holder()));
		this.secrets.destroyAll(owner(organization), FIELDS);
		standing.forEach((signIn) -> recordEnd(signIn, person));
	}

	private void recordEnd(TenantSignIn signIn, AuditActor person) {
		OrganizationId organization = signIn.organization();
		this.audit.append(AuditEntry.of(AuditKind.TENANT_SIGN_OUT, AuditOutcome.DONE, person)
			.about(organization.value(), this.organizations.name(organization))
			.with("user", signIn.userName()));
	}

	/** Forgets every token whose time, session or right is over. */
	@Transactional
	void forgetFallen() {
		this.signIns.findFallen(this.clock.instant()).forEach((signIn) -> forget(signIn.holder()));
	}

	private static String owner(Holder holder) {
		return owner(holder.organization());
	}

	private static String owner(OrganizationId organization) {
		return "organization:" + organization;
	}

}
