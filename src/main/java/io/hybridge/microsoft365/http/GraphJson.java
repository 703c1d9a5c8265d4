package io.hybridge.microsoft365.http;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.microsoft365.CloudNames;

/** The shapes in which Microsoft answers, as far as they matter here. */
public final class GraphJson {

	// What Microsoft adds to its answers must not break ours.
	public static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private GraphJson() {
	}

	/**
	 * Reads an answer.
	 * @return the answer, or null when it is not of that shape
	 */
	public static <T> T read(String body, Class<T> shape) {
		try {
			return JSON.readValue(body, shape);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	public static <T> List<T> orNone(List<T> list) {
		return (list != null) ? list.stream().filter(Objects::nonNull).toList() : List.of();
	}

	public static String orEmpty(String text) {
		return (text != null) ? text : "";
	}

	public record OpenIdConfiguration(String issuer, @JsonProperty("cloud_instance_name") String instance,
			@JsonProperty("msgraph_host") String graph, @JsonProperty("tenant_region_scope") String region,
			@JsonProperty("tenant_region_sub_scope") String level) {

		/** By what the tenant's cloud is told. */
		public CloudNames names() {
			return new CloudNames(orEmpty(this.instance), orEmpty(this.graph), orEmpty(this.region),
					orEmpty(this.level), host(orEmpty(this.issuer)));
		}

		private static String host(String address) {
			try {
				return orEmpty(URI.create(address).getHost());
			}
			catch (IllegalArgumentException ex) {
				return "";
			}
		}

	}

	public record SignInError(@JsonProperty("error_codes") List<Integer> codes) {
	}

	record GraphError(Detail error) {

		record Detail(String code) {
		}

		String code() {
			return (this.error != null) ? orEmpty(this.error.code()) : "";
		}

	}

	public record Tenant(String id, String displayName, List<Plan> assignedPlans) {
	}

	public record Plan(String service, String capabilityStatus) {
	}

	public record Domain(String id, Boolean isVerified, Boolean isInitial, Boolean isDefault) {
	}

	public record Person(String id, String userPrincipalName) {
	}

	public record ServicePrincipal(String id, String appId, String displayName, List<JsonNode> keyCredentials) {
	}

}
