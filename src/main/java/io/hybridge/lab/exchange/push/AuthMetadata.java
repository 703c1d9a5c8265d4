package io.hybridge.lab.exchange.push;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.exchange.state.OrganizationState.AuthServer;

/** What Exchange learns of an auth server from its metadata document. */
public final class AuthMetadata {

	private static final JsonMapper JSON = JsonMapper.shared();

	private AuthMetadata() {
	}

	public static AuthServer read(LabInternet network, String name, String metadataUrl) throws IOException {
		LabInternet.Response response = network.get(URI.create(metadataUrl));
		if (response.status() != 200) {
			throw new IOException("The remote server returned an error: (" + response.status() + ").");
		}
		try {
			return understood(name, metadataUrl, JSON.readTree(response.body()));
		}
		catch (JacksonException ex) {
			throw new IOException("The document is not valid JSON.", ex);
		}
	}

	private static AuthServer understood(String name, String metadataUrl, JsonNode document) throws IOException {
		String issuer = document.path("issuer").asString("");
		String realm = document.path("realm").asString("");
		String tokenEndpoint = tokenEndpoint(document);
		// A document asked for without a known realm has keys and endpoints but no
		// issuer.
		if (issuer.isEmpty() || realm.isEmpty() || tokenEndpoint.isEmpty()) {
			throw new IOException("The document names no issuer for this realm.");
		}
		return new AuthServer(name, "MicrosoftACS", metadataUrl, realm, issuer.replaceFirst("@.*", ""), tokenEndpoint,
				List.of(), true);
	}

	private static String tokenEndpoint(JsonNode document) {
		for (JsonNode endpoint : document.path("endpoints")) {
			if ("OAuth2".equals(endpoint.path("protocol").asString(""))
					&& "issuance".equals(endpoint.path("usage").asString(""))) {
				return endpoint.path("location").asString("");
			}
		}
		return "";
	}

}
