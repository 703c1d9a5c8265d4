package io.hybridge.microsoft365.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.hybridge.microsoft365.http.GraphJson;

/**
 * What a token says of the person it was given to. Good for showing and guessing only:
 * the token is meant for Microsoft Graph, and Graph alone decides what it is worth.
 *
 * @param objectId of the person
 * @param userName as a token of the first version calls it
 * @param preferredName as a token of the second version calls it
 * @param roleTemplates templates of the directory roles
 */
record TokenClaims(@JsonProperty("oid") String objectId, @JsonProperty("upn") String userName,
		@JsonProperty("preferred_username") String preferredName, @JsonProperty("wids") List<String> roleTemplates) {

	private static final TokenClaims NONE = new TokenClaims("", "", "", List.of());

	TokenClaims {
		objectId = GraphJson.orEmpty(objectId);
		userName = GraphJson.orEmpty(userName);
		preferredName = GraphJson.orEmpty(preferredName);
		roleTemplates = GraphJson.orNone(roleTemplates);
	}

	static TokenClaims of(String token) {
		String[] parts = token.split("\\.");
		try {
			TokenClaims claims = (parts.length < 2) ? null : GraphJson
				.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8), TokenClaims.class);
			return (claims != null) ? claims : NONE;
		}
		catch (IllegalArgumentException ex) {
			return NONE;
		}
	}

	/** The first name there is, or the object id. */
	String name() {
		if (!this.userName.isEmpty()) {
			return this.userName;
		}
		return this.preferredName.isEmpty() ? this.objectId : this.preferredName;
	}

}
