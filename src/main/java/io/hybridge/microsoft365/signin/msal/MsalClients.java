package io.hybridge.microsoft365.signin.msal;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.Prompt;
import com.microsoft.aad.msal4j.PublicClientApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.Permissions;
import io.hybridge.microsoft365.http.MsalHttpClient;

/** Makes Microsoft's own sign-in library ready for one tenant. */
@Component
public class MsalClients {

	// MSAL sleeps on a thread while a person types the code; it must not be one of the
	// few shared ones.
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	/** Kept, so that connections are used again. */
	private final Map<Cloud, IHttpClient> http = new ConcurrentHashMap<>();

	private final Microsoft365Settings settings;

	private final IdTokens tokens;

	MsalClients(Microsoft365Settings settings, IdTokens tokens) {
		this.settings = settings;
		this.tokens = tokens;
	}

	public PublicClientApplication open(Cloud cloud, String tenantId, ITokenCacheAccessAspect cache) {
		try {
			return PublicClientApplication.builder(cloud.clientId())
				.authority(cloud.signIn() + "/" + tenantId + "/")
				.instanceDiscovery(cloud.instanceDiscovery())
				.httpClient(this.http.computeIfAbsent(cloud, (asked) -> MsalHttpClient.to(asked, this.settings)))
				.executorService(this.threads)
				.logPii(false)
				.setTokenCacheAccessAspect(cache)
				.build();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException("The cloud " + cloud.known() + " has no usable sign-in address", ex);
		}
	}

	/**
	 * Where a browser is sent. MSAL4J lets Microsoft answer with a form that is posted
	 * from its own page; the cookie of the console's session does not come with it, so
	 * that the answer is asked for in the address.
	 * @return the address at the sign-in service of the cloud
	 */
	public URI authorize(Cloud cloud, String tenantId, BrowserRequest asked) {
		AuthorizationRequestUrlParameters.Builder parameters = AuthorizationRequestUrlParameters
			.builder(asked.redirect(), Permissions.SCOPES)
			.state(asked.state())
			.nonce(asked.nonce())
			.codeChallenge(asked.challenge())
			.codeChallengeMethod("S256")
			.prompt(Prompt.SELECT_ACCOUNT);
		if (!asked.claims().isEmpty()) {
			parameters.claimsChallenge(asked.claims());
		}
		URI address = URI.create(open(cloud, tenantId, new TokenCache(() -> "", (cache) -> {
		})).getAuthorizationRequestUrl(parameters.build()).toString());
		return UriComponentsBuilder.fromUri(address)
			.scheme(cloud.browser().getScheme())
			.host(cloud.browser().getHost())
			.port(cloud.browser().getPort())
			.replaceQueryParam("response_mode", "query")
			.build(true)
			.toUri();
	}

	/**
	 * Trades what the browser brought back for a token, which the cache gets.
	 * @return who signed in
	 * @throws io.hybridge.remote.RemoteFailure where there is none
	 */
	public IdToken redeem(Cloud cloud, String tenantId, Code code, ITokenCacheAccessAspect cache) {
		AuthorizationCodeParameters parameters = AuthorizationCodeParameters
			.builder(code.value(), URI.create(code.redirect()))
			.scopes(Permissions.SCOPES)
			.codeVerifier(code.verifier())
			.build();
		try {
			return read(cloud, tenantId, open(cloud, tenantId, cache).acquireToken(parameters)
				.get(this.settings.connectTimeout().plus(this.settings.readTimeout()).multipliedBy(2).toMillis(),
						TimeUnit.MILLISECONDS),
					code.nonce());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw SignInErrorMapper.explain(cloud.signIn(), new TimeoutException());
		}
		catch (ExecutionException | TimeoutException ex) {
			throw SignInErrorMapper.explain(cloud.signIn(), ex);
		}
	}

	/**
	 * Believes what came with a token, or does not.
	 * @param nonce that was sent, or empty where none was
	 */
	public IdToken read(Cloud cloud, String tenantId, IAuthenticationResult result, String nonce) {
		return this.tokens.read(cloud, tenantId, result, nonce);
	}

	/**
	 * What a browser brought back.
	 *
	 * @param value worth a token once
	 * @param redirect to where it came
	 * @param verifier whose hash was sent before
	 * @param nonce that has to stand in the id token
	 */
	public record Code(String value, String redirect, String verifier, String nonce) {

		@Override
		public String toString() {
			return "Code[" + this.redirect + "]";
		}

	}

	@PreDestroy
	void close() {
		this.threads.shutdownNow();
	}

}
