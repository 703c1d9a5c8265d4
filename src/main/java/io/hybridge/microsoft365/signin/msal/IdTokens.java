package io.hybridge.microsoft365.signin.msal;

import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.http.CloudHttpClients;
import io.hybridge.microsoft365.http.GraphErrorMapper;
import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.microsoft365.http.ReadRetry;
import io.hybridge.microsoft365.http.RemoteAnswer;
import io.hybridge.remote.RemoteFailure;

/**
 * Believes an id token only where a key of the cloud signed it and it says what was asked
 * for.
 */
@Component
public class IdTokens {

	private final CloudHttpClients clients;

	private final ReadRetry retry;

	private final Clock clock;

	IdTokens(CloudHttpClients clients, ReadRetry retry, Clock clock) {
		this.clients = clients;
		this.retry = retry;
		this.clock = clock;
	}

	/**
	 * Who signed in.
	 * @param cloud whose keys count
	 * @param tenantId that was asked for
	 * @param nonce that was sent, or empty where none was
	 * @throws RemoteFailure where it does not fit to what was asked for, or nobody tells
	 * the keys
	 */
	public IdToken read(Cloud cloud, String tenantId, IAuthenticationResult result, String nonce) {
		JWKSet keys = keys(cloud, tenantId);
		try {
			JWTClaimsSet claims = signed(GraphJson.orEmpty(result.idToken()), keys);
			require(claims, cloud, tenantId, nonce);
			return IdToken.of(claims, result);
		}
		catch (ParseException | JOSEException | BadJOSEException ex) {
			throw refused("signature: " + ex.getMessage());
		}
	}

	/**
	 * Nothing but RS256, which is what Microsoft signs with, and no word of the token on
	 * its key.
	 */
	private static JWTClaimsSet signed(String token, JWKSet keys)
			throws ParseException, JOSEException, BadJOSEException {
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(keys)));
		// Checked with the console's own clock.
		processor.setJWTClaimsSetVerifier((claims, context) -> {
		});
		return processor.process(token, null);
	}

	private void require(JWTClaimsSet claims, Cloud cloud, String tenantId, String nonce) throws ParseException {
		String tenant = GraphJson.orEmpty(claims.getStringClaim("tid"));
		if (!tenant.equalsIgnoreCase(tenantId)) {
			throw RemoteFailure.withoutEffect(SignInErrorMapper.SUBJECT, "microsoft365.wrong-tenant",
					tenantId + " / " + (tenant.isEmpty() ? "?" : tenant));
		}
		require(claims.getAudience().equals(List.of(cloud.clientId())), "aud: " + claims.getAudience());
		require((cloud.known().getSignIn() + "/" + tenantId + "/v2.0").equals(claims.getIssuer()),
				"iss: " + claims.getIssuer());
		require(nonce.equals(GraphJson.orEmpty(claims.getStringClaim("nonce"))), "nonce");
		Instant now = this.clock.instant();
		require(claims.getExpirationTime() != null && now.isBefore(claims.getExpirationTime().toInstant()),
				"exp: " + claims.getExpirationTime());
	}

	private static void require(boolean fits, String evidence) {
		if (!fits) {
			throw refused(evidence);
		}
	}

	/** Where the keys are is not taken from any answer. */
	private JWKSet keys(Cloud cloud, String tenantId) {
		URI address = UriComponentsBuilder.fromUri(cloud.signIn())
			.pathSegment("{tenant}", "discovery", "v2.0", "keys")
			.encode()
			.buildAndExpand(tenantId)
			.toUri();
		RemoteAnswer answer = this.retry
			.answer(() -> this.clients.to(cloud).get(SignInErrorMapper.SUBJECT, address, null));
		if (!answer.successful()) {
			throw GraphErrorMapper.ofRead(SignInErrorMapper.SUBJECT, answer, this.clock.instant());
		}
		try {
			return JWKSet.parse(answer.body());
		}
		catch (ParseException ex) {
			throw GraphErrorMapper.unreadable(SignInErrorMapper.SUBJECT, answer, false);
		}
	}

	private static RemoteFailure refused(String evidence) {
		return RemoteFailure.withoutEffect(SignInErrorMapper.SUBJECT, "microsoft365.id-token", evidence);
	}

}
