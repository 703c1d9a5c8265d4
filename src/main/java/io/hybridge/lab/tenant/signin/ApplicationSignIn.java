package io.hybridge.lab.tenant.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.LabFolder;
import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.lab.tenant.http.StsError;
import io.hybridge.lab.tenant.token.Jwt;

/**
 * The application signs in as itself, with an assertion that its certificate has signed.
 * Whoever keeps the lab registers the certificate by a file in its folder, as an
 * administrator uploads it to Microsoft Entra.
 */
final class ApplicationSignIn {

	/** The registered certificate, in PEM or base64. */
	static final String REGISTERED = "application.cer";

	private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private static final Duration SKEW = Duration.ofMinutes(5);

	private final UserTokens tokens;

	private final LabFolder folder;

	private final Traits traits;

	private final Clock clock;

	ApplicationSignIn(UserTokens tokens, LabContext context) {
		this.tokens = tokens;
		this.folder = context.folder();
		this.traits = context.traits();
		this.clock = context.clock();
	}

	Reply redeemed(Request request, Map<String, String> form) {
		Instant now = this.clock.instant();
		String clientId = form.get("client_id");
		Optional<StsError> refusal = refusal(request, form, clientId, now);
		return refusal.map((error) -> error.reply(now))
			.orElseGet(() -> Reply.json(200, this.tokens.applicationResponse(clientId, granted(), now))
				.header("Cache-Control", "no-store"));
	}

	/** Without consent Microsoft issues a token all the same; it is good for nothing. */
	private List<String> granted() {
		return this.traits.has(Trait.CONSENT_MISSING) ? List.of()
				: List.of("Application.Read.All", "Domain.Read.All", "Organization.Read.All");
	}

	private Optional<StsError> refusal(Request request, Map<String, String> form, String clientId, Instant now) {
		if (!ASSERTION.equals(form.get("client_assertion_type"))) {
			return Optional.of(StsError.malformedAssertion());
		}
		if (!form.getOrDefault("scope", "").contains(this.tokens.graph() + "/.default")) {
			return Optional.of(new StsError(400, "invalid_scope", 1002012,
					"The provided value for scope is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier."));
		}
		try {
			return refusal(Jwt.parse(form.getOrDefault("client_assertion", "")), request, clientId, now);
		}
		catch (IllegalArgumentException ex) {
			return Optional.of(StsError.malformedAssertion());
		}
	}

	private Optional<StsError> refusal(Jwt assertion, Request request, String clientId, Instant now) {
		if (!clientId.equals(assertion.claim("iss")) || !clientId.equals(assertion.claim("sub"))) {
			return Optional.of(StsError.malformedAssertion());
		}
		if (!audiences(request).contains(assertion.claim("aud"))) {
			return Optional.of(StsError.assertionForAnother(assertion.claim("aud")));
		}
		boolean begun = assertion.time("nbf").filter((from) -> !from.isAfter(now.plus(SKEW))).isPresent();
		boolean lasts = assertion.time("exp").filter((until) -> until.isAfter(now.minus(SKEW))).isPresent();
		return (begun && lasts) ? wrongKey(assertion, clientId, now) : Optional.of(StsError.assertionOutOfTime(now));
	}

	private Optional<StsError> wrongKey(Jwt assertion, String clientId, Instant now) {
		Optional<Certificate> registered = registered();
		Optional<Certificate> named = registered.filter((certificate) -> names(assertion, certificate));
		if (named.isEmpty()) {
			return invalid(clientId, "The key was not found.", assertion);
		}
		if (!named.get().validAt(now)) {
			return invalid(clientId, "The key used is expired.", assertion);
		}
		return assertion.signedWith(named.get().publicKey()) ? Optional.empty() : invalid(clientId,
				"The provided signature value did not match the expected signature value.", assertion);
	}

	private static Optional<StsError> invalid(String clientId, String reason, Jwt assertion) {
		return Optional.of(StsError.invalidKey(clientId, reason,
				assertion.header("x5t").or(() -> assertion.header("x5t#S256")).orElse("")));
	}

	private Optional<Certificate> registered() {
		return this.traits.has(Trait.APPLICATION_CERTIFICATE_UNKNOWN) ? Optional.empty() : this.folder.read(REGISTERED)
			.map((text) -> Certificate.ofBase64(text.replaceAll("-----[A-Z ]+-----|\\s", "")));
	}

	/** By SHA-1 or by SHA-256; what is named has to be right. */
	private static boolean names(Jwt assertion, Certificate certificate) {
		Optional<String> sha1 = assertion.header("x5t");
		Optional<String> sha256 = assertion.header("x5t#S256");
		return (sha1.isPresent() || sha256.isPresent())
				&& sha1.filter((hash) -> !same(hash, certificate.thumbprint().value())).isEmpty()
				&& sha256.filter((hash) -> !same(hash, certificate.sha256())).isEmpty();
	}

	private static boolean same(String base64, String hex) {
		return Arrays.equals(Jwt.decode(base64), HexFormat.of().parseHex(hex));
	}

	/** The token endpoint, by the name by which it was asked or by Microsoft's. */
	private List<String> audiences(Request request) {
		return List.of("https://" + request.header("host").orElse("") + request.path(),
				"https://" + Played.of(this.traits).signIn() + request.path());
	}

}
