package io.hybridge.lab.tenant.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.tenant.http.StsError;

/**
 * With what an application sends a browser here.
 *
 * @param realm tenant whose people may sign in
 * @param values parameters of the address
 */
record AuthorizationRequest(String realm, Map<String, String> values) {

	String clientId() {
		return value("client_id");
	}

	String redirectUri() {
		return value("redirect_uri");
	}

	String responseType() {
		return value("response_type");
	}

	String responseMode() {
		return this.values.getOrDefault("response_mode", "query");
	}

	String scope() {
		return value("scope");
	}

	String nonce() {
		return value("nonce");
	}

	String challenge() {
		return value("code_challenge");
	}

	String challengeMethod() {
		return value("code_challenge_method");
	}

	/** Authentication contexts that the access token has to name. */
	List<String> contexts() {
		try {
			JsonNode context = JsonMapper.shared().readTree(value("claims")).path("access_token").path("acrs");
			return context.has("value") ? List.of(context.get("value").asString()) : List.of();
		}
		catch (JacksonException ex) {
			return List.of();
		}
	}

	String withCode(String code) {
		return back("code=" + encoded(code));
	}

	String withError(StsError error) {
		return back("error=" + encoded(error.error()) + "&error_description=" + encoded(error.words()));
	}

	/** The person does not want to. */
	String cancelled() {
		return back("error=access_denied&error_subcode=cancel");
	}

	private String back(String answer) {
		return redirectUri() + "?" + answer + "&state=" + encoded(value("state"));
	}

	/** The parameters as they came. */
	String query() {
		return this.values.entrySet()
			.stream()
			.map((value) -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
			.collect(Collectors.joining("&"));
	}

	private String value(String name) {
		return this.values.getOrDefault(name, "");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
