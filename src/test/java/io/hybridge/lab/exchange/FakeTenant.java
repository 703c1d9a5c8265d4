package io.hybridge.lab.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.exchange.push.LabInternet;
import io.hybridge.lab.tenant.state.FabrikamTenant;

/**
 * A small tenant that checks signatures for real, so that the server's side of the
 * exchange can be tested alone.
 */
public class FakeTenant implements LabInternet {

	static final String ID = FabrikamTenant.ID;

	private static final Set<String> NAMES = Set.of(ID, "fabrikam.com", "fabrikam.onmicrosoft.com");

	private static final String ISSUER = "00000001-0000-0000-c000-000000000000";

	private static final String EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";

	private static final JsonMapper JSON = new JsonMapper();

	private final Clock clock;

	final List<Certificate> keys = new ArrayList<>();

	final List<String> pushes = new ArrayList<>();

	final List<JsonNode> assertions = new ArrayList<>();

	public boolean reachable = true;

	/** What happens next in the world when a server asks; once. */
	public Runnable meanwhile = () -> {
	};

	FakeTenant(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Response send(String method, URI address, Map<String, String> headers, String body) throws IOException {
		Runnable next = this.meanwhile;
		this.meanwhile = () -> {
		};
		next.run();
		if (!this.reachable) {
			throw new IOException("Connection refused");
		}
		String path = address.getPath();
		return switch (address.getHost()) {
			case "accounts.accesscontrol.windows.net" ->
				path.endsWith("/tokens/OAuth/2") ? token(path, body) : metadata(address);
			case "outlook.office365.com" -> push(headers.getOrDefault("Authorization", ""), body);
			default -> throw new IOException("No such host " + address.getHost());
		};
	}

	private Response metadata(URI address) {
		String realm = (address.getQuery() != null) ? address.getQuery().replace("realm=", "")
				: address.getPath().split("/")[1];
		if (!NAMES.contains(realm)) {
			return new Response(400, Map.of(), error(90002, "Tenant not found."));
		}
		return json(200,
				Map.of("realm", ID, "issuer", ISSUER + "@" + ID, "endpoints", List.of(
						Map.of("location", "https://accounts.accesscontrol.windows.net/tokens/delegation/1", "protocol",
								"DelegationIssuance1.0", "usage", "issuance"),
						Map.of("location", "https://accounts.accesscontrol.windows.net/" + ID + "/tokens/OAuth/2",
								"protocol", "OAuth2", "usage", "issuance"))));
	}

	private Response token(String path, String body) {
		if (!path.startsWith("/" + ID + "/")) {
			return new Response(400, Map.of(), error(90002, "Tenant '" + path.split("/")[1] + "' not found."));
		}
		String[] parts = form(body).get("assertion").split("\\.");
		JsonNode header = decode(parts[0]);
		JsonNode claims = decode(parts[1]);
		this.assertions.add(claims);
		String thumbprint = HexFormat.of()
			.withUpperCase()
			.formatHex(Base64.getUrlDecoder().decode(header.path("x5t").asString()));
		Certificate key = this.keys.stream()
			.filter((one) -> one.thumbprint().value().equals(thumbprint))
			.findFirst()
			.orElse(null);
		if (key == null || !verifies(key, parts)) {
			return new Response(401, Map.of(), error(700027, "Client assertion failed signature validation. [Reason - "
					+ "The key was not found., Thumbprint of key used by client: '" + thumbprint + "']"));
		}
		if (!key.validAt(this.clock.instant())) {
			return new Response(401, Map.of(),
					error(700027, "Client assertion failed signature validation. [Reason - The key used is expired.]"));
		}
		return json(200, Map.of("access_token", "actor:" + form(body).get("resource"), "token_type", "Bearer"));
	}

	private Response push(String authorization, String body) {
		if ("Bearer".equals(authorization)) {
			return new Response(401, Map.of("www-authenticate",
					"Bearer client_id=\"" + EXCHANGE + "\", trusted_issuers=\"" + ISSUER + "@*\""), "");
		}
		String[] parts = authorization.substring("Bearer ".length()).split("\\.", -1);
		JsonNode claims = decode(parts[1]);
		String audience = EXCHANGE + "/outlook.office365.com@" + ID;
		if (!("actor:" + audience).equals(claims.path("actortoken").asString())
				|| !audience.equals(claims.path("aud").asString())
				|| !(EXCHANGE + "@" + ID).equals(claims.path("iss").asString()) || !parts[2].isEmpty()) {
			return new Response(401,
					Map.of("x-ms-diagnostics", "2000003;reason=\"The audience claim value is invalid 'aud'.\""), "");
		}
		this.pushes.add(body);
		return new Response(202, Map.of(), "");
	}

	private static boolean verifies(Certificate key, String[] parts) {
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initVerify(CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(key.der()))
				.getPublicKey());
			signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
			return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private static Response json(int status, Map<String, ?> body) {
		return new Response(status, Map.of(), JSON.writeValueAsString(body));
	}

	private static String error(int code, String text) {
		return JSON.writeValueAsString(Map.of("error", "invalid_client", "error_description",
				"AADSTS" + code + ": " + text + "\r\nTrace ID: 1", "error_codes", List.of(code)));
	}

	private static JsonNode decode(String part) {
		return JSON.readTree(Base64.getUrlDecoder().decode(part));
	}

	private static Map<String, String> form(String body) {
		Map<String, String> form = new LinkedHashMap<>();
		for (String pair : body.split("&")) {
			form.put(pair.substring(0, pair.indexOf('=')),
					URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
		}
		return form;
	}

}
