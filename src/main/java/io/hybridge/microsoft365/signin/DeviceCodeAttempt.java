package io.hybridge.microsoft365.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.PublicClientApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.Permissions;
import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.microsoft365.signin.SignIns.Attempt;
import io.hybridge.microsoft365.signin.msal.IdToken;
import io.hybridge.microsoft365.signin.msal.SignInErrorMapper;
import io.hybridge.microsoft365.signin.msal.TokenCache;
import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.RemoteFailure;

/**
 * One attempt: the code is shown, a person enters it elsewhere, MSAL asks until it is
 * over. Whoever claims it first ends it. The monitor guards memory only: what is kept and
 * recorded may have to wait for somebody who wants to end this attempt.
 */
class DeviceCodeAttempt {

	private static final Logger logger = LoggerFactory.getLogger(DeviceCodeAttempt.class);

	private static final String NO_ANSWER = ConnectionFailure.NO_ANSWER.code("microsoft365");

	private static final Attempt.Failed NOT_KEPT = new Attempt.Failed("microsoft365.not-kept", "");

	private final SignInRecord record;

	private final String session;

	private final StoredSignIns stored;

	private final URI signIn;

	private final Microsoft365Settings settings;

	private final Clock clock;

	private final PublicClientApplication client;

	private final Function<IAuthenticationResult, IdToken> reader;

	private final CompletableFuture<Attempt> shown = new CompletableFuture<>();

	private final CountDownLatch asked = new CountDownLatch(1);

	private CompletableFuture<IAuthenticationResult> answer;

	// Kept here until it is known whose token it is.
	private volatile String cache = "";

	private Attempt state;

	private boolean claimed;

	private boolean over;

	DeviceCodeAttempt(SignInRecord record, String session,
			Function<ITokenCacheAccessAspect, PublicClientApplication> client,
			Function<IAuthenticationResult, IdToken> reader, StoredSignIns stored, URI signIn,
			Microsoft365Settings settings, Clock clock) {
		this.record = record;
		this.session = session;
		this.reader = reader;
		this.stored = stored;
		this.signIn = signIn;
		this.settings = settings;
		this.clock = clock;
		this.client = client.apply(new TokenCache(() -> this.cache, (changed) -> this.cache = changed));
	}

	/** Asks for the code and waits only until it can be shown. */
	Attempt begin() {
		CompletableFuture<IAuthenticationResult> asked = this.client
			.acquireToken(DeviceCodeFlowParameters.builder(Permissions.SCOPES, this::showOnceAsked).build());
		this.asked.countDown();
		synchronized (this) {
			this.answer = asked;
			if (this.over) {
				asked.cancel(true);
			}
		}
		asked.whenComplete(this::end);
		try {
			Duration most = this.settings.connectTimeout().plus(this.settings.readTimeout()).multipliedBy(2);
			return this.shown.get(most.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return fail(new Attempt.Failed(NO_ANSWER, ""));
		}
		catch (ExecutionException | TimeoutException ex) {
			return fail(new Attempt.Failed(NO_ANSWER, ""));
		}
	}

	/** How it stands, or empty when it has ended with a token that is kept. */
	synchronized Optional<Attempt> state() {
		if (this.state instanceof Attempt.Waiting waiting && !this.clock.instant().isBefore(waiting.expiresAt())) {
			return Optional.of(new Attempt.Failed("microsoft365.code-expired", ""));
		}
		return Optional.ofNullable(this.state);
	}

	/** Stops asking, because a newer attempt or nobody wants to know. */
	void cancel() {
		fail(new Attempt.Failed("microsoft365.replaced", ""));
	}

	/**
	 * MSAL4J asks for the token right after this, and fails where its own
	 * {@code acquireToken} has not returned by then: so whoever is faster waits here.
	 */
	private void showOnceAsked(DeviceCode code) {
		try {
			this.asked.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		show(code);
	}

	private synchronized void show(DeviceCode code) {
		if (this.claimed) {
			return;
		}
		if (!safe(code.verificationUri())) {
			throw RemoteFailure.withoutEffect(SignInErrorMapper.SUBJECT, "microsoft365.unreadable",
					GraphJson.orEmpty(code.verificationUri()));
		}
		Instant end = this.clock.instant().plusSeconds(code.expiresIn());
		this.state = new Attempt.Waiting(code.userCode(), code.verificationUri(), end);
		this.shown.complete(this.state);
	}

	private void end(IAuthenticationResult result, Throwable exception) {
		try {
			if (exception != null) {
				RemoteFailure failure = SignInErrorMapper.explain(this.signIn, exception);
				fail(new Attempt.Failed(failure.code(), failure.evidence()));
			}
			else {
				accept(result);
			}
		}
		catch (RuntimeException ex) {
			logger.error("The outcome of a sign-in could not be kept", ex);
			finish(NOT_KEPT);
		}
	}

	private void accept(IAuthenticationResult result) {
		IdToken token;
		try {
			token = this.reader.apply(result);
		}
		catch (RemoteFailure ex) {
			fail(new Attempt.Failed(ex.code(), ex.evidence()));
			return;
		}
		if (claim()) {
			finish(keep(token));
		}
	}

	/** Why it is not kept, or null where it is. */
	private Attempt.Failed keep(IdToken token) {
		Instant now = this.clock.instant();
		TenantSignIn signIn = new TenantSignIn(this.record, token, now, now.plus(this.settings.keepSignIn()));
		return this.stored.keep(signIn, this.cache, this.record, this.session)
			.map((code) -> recorded(new Attempt.Failed(code, "")))
			.orElse(null);
	}

	private Attempt fail(Attempt.Failed failed) {
		if (claim()) {
			try {
				finish(recorded(failed));
			}
			catch (RuntimeException ex) {
				finish(NOT_KEPT);
				throw ex;
			}
		}
		return failed;
	}

	private Attempt.Failed recorded(Attempt.Failed failed) {
		this.stored.record(this.record, failed.code(), failed.evidence());
		return failed;
	}

	private synchronized boolean claim() {
		boolean first = !this.claimed;
		this.claimed = true;
		return first;
	}

	private synchronized void finish(Attempt.Failed failed) {
		this.claimed = true;
		this.over = true;
		this.state = failed;
		this.cache = "";
		this.shown.complete(failed);
		if (this.answer != null) {
			this.answer.cancel(true);
		}
	}

	// Becomes a link: only Microsoft's kind of address, or plain http to this machine for
	// the lab.
	private static boolean safe(String address) {
		try {
			URI uri = URI.create(GraphJson.orEmpty(address));
			return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme())
					&& ("127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost())));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
