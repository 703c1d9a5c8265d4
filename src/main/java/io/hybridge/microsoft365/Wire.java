package io.hybridge.microsoft365;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shapes in which Microsoft answers, as far as they matter here. */
final class Wire {

	// What Microsoft adds to its answers must not break ours.
	static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private Wire() {
	}

	/**
	 * Reads an answer.
	 * @return the answer, or null when it is not of that shape
	 */
	static <T> T read(String body, Class<T> shape) {
		try {
			return JSON.readValue(body, shape);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	static <T> List<T> orNone(List<T> list) {
		return (list != null) ? list.stream().filter(Objects::nonNull).toList() : List.of();
	}

	static String orEmpty(String text) {
		return (text != null) ? text : "";
	}

	record OpenIdConfiguration(String issuer, @JsonProperty("tenant_region_scope") String region) {
	}

	record SignInError(@JsonProperty("error_codes") List<Integer> codes) {
	}

	record UserRealm(@JsonProperty("account_type") String accountType) {
	}

	record GraphError(Detail error) {

		record Detail(String code, String message) {
		}

		String code() {
			return (this.error != null) ? orEmpty(this.error.code()) : "";
		}

		String message() {
			return (this.error != null) ? orEmpty(this.error.message()) : "";
		}

	}

	record Tenant(String id, String displayName, List<Plan> assignedPlans) {
	}

	record Plan(String service, String capabilityStatus) {
	}

	record Domain(String id, Boolean isVerified, Boolean isInitial, Boolean isDefault) {
	}

	record Person(String id, String userPrincipalName) {
	}

	record ServicePrincipal(String id, String appId, String displayName, List<JsonNode> keyCredentials) {
	}

}
