package io.hybridge.microsoft365.signin;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.RequestAddress;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.signin.SignInTenants.SignInTenant;
import io.hybridge.microsoft365.signin.SignIns.Attempt;
import io.hybridge.microsoft365.signin.msal.BrowserRequest;
import io.hybridge.microsoft365.signin.msal.IdToken;
import io.hybridge.microsoft365.signin.msal.MsalClients;
import io.hybridge.microsoft365.signin.msal.SignInErrorMapper;
import io.hybridge.microsoft365.signin.msal.TokenCache;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;

/**
 * Sends browsers to Microsoft and makes a token of what they bring back: authorization
 * code with PKCE, once, in the session of the person who began.
 */
@Component
class BrowserAttempts {

	private static final Logger logger = LoggerFactory.getLogger(BrowserAttempts.class);

	private static final Duration LIFE = Duration.ofMinutes(10);

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SignInTenants tenants;

	private final MsalClients clients;

	private final StoredSignIns stored;

	private final Microsoft365Settings settings;

	private final Clock clock;

	BrowserAttempts(SignInTenants tenants, MsalClients clients, StoredSignIns stored, Microsoft365Settings settings,
			Clock clock) {
		this.tenants = tenants;
		this.clients = clients;
		this.stored = stored;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Keeps what has to come back, and records that it is attempted.
	 * @return where the browser goes
	 */
	URI open(OrganizationId organization, AuditActor person, SignIns.Visit visit) {
		SignInTenant tenant = this.tenants.require(organization);
		SignInRecord record = new SignInRecord(person, organization, tenant.organization().name(),
				tenant.organization().domain().value(), tenant.id(), tenant.own(), tenant.cloud().known(),
				UUID.randomUUID().toString(), RequestAddress.current());
		// The organization stands in front, so that the answer finds its way.
		BrowserAttempt attempt = new BrowserAttempt(organization.value() + "." + secret(), secret(), secret(),
				BrowserAttempt.hash(visit.session()), visit.redirect(), visit.place(), this.clock.instant().plus(LIFE),
				record);
		URI address = this.clients.authorize(tenant.cloud(), tenant.id(), new BrowserRequest(attempt.redirect(),
				attempt.state(), attempt.nonce(), attempt.challenge(), this.stored.claims(record.holder())));
		this.stored.expect(attempt);
		return address;
	}

	/** Takes the attempt to which an answer belongs: whoever has it is the only one. */
	Optional<BrowserAttempt> take(OrganizationId organization, AuditActor person, String session, String state) {
		return this.stored.take(Holder.of(organization, person), (attempt) -> attempt.waitsFor(state, person, session));
	}

	/** Why nobody is signed in, or empty where somebody is. */
	Optional<Attempt.Failed> end(BrowserAttempt attempt, String session, BrowserAnswer answer) {
		try {
			redeem(attempt, session, answer);
			return Optional.empty();
		}
		catch (RemoteFailure ex) {
			Attempt.Failed failed = new Attempt.Failed(ex.code(), ex.evidence());
			this.stored.record(attempt.record(), failed.code(), failed.evidence());
			return Optional.of(failed);
		}
		catch (RuntimeException ex) {
			logger.error("The outcome of a sign-in could not be kept", ex);
			return Optional.of(new Attempt.Failed("microsoft365.not-kept", ""));
		}
	}

	private void redeem(BrowserAttempt attempt, String session, BrowserAnswer answer) {
		Instant now = this.clock.instant();
		if (!now.isBefore(attempt.until())) {
			throw refused("microsoft365.return-late", "");
		}
		if (answer.code().isEmpty()) {
			throw SignInErrorMapper.explain(answer.error(), answer.description());
		}
		SignInRecord record = attempt.record();
		Cloud cloud = this.tenants.cloud(record.organization());
		AtomicReference<String> cache = new AtomicReference<>("");
		IdToken token = this.clients.redeem(cloud, record.tenantId(),
				new MsalClients.Code(answer.code(), attempt.redirect(), attempt.verifier(), attempt.nonce()),
				new TokenCache(cache::get, cache::set));
		TenantSignIn signIn = new TenantSignIn(record, token, now, now.plus(this.settings.keepSignIn()))
			.comingFrom(attempt.place());
		this.stored.keep(signIn, cache.get(), record, session).ifPresent((code) -> {
			throw refused(code, "");
		});
	}

	private static RemoteFailure refused(String code, String evidence) {
		return RemoteFailure.withoutEffect(SignInErrorMapper.SUBJECT, code, evidence);
	}

	private static String secret() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
