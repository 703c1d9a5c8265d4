package io.hybridge.microsoft365.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * The directory roles of a person, recognized by their templates because their names are
 * translated.
 *
 * @param names as the tenant calls them
 * @param mayWriteKeys whether one of them may change a principal that belongs to
 * Microsoft
 */
record AdministratorRoles(List<String> names, boolean mayWriteKeys) {

	private static final Map<String, String> WRITERS = new LinkedHashMap<>();

	static {
		WRITERS.put("62e90394-69f5-4237-9190-012177145e10", "Global Administrator");
		WRITERS.put("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator");
		WRITERS.put("158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator");
	}

	/**
	 * What is known of a person's roles. That none is found proves nothing: a role of the
	 * tenant's own or a relationship with a partner shows in neither place.
	 * @param memberships direct and through groups, empty where the tenant does not list
	 * the person
	 * @param claims of the token
	 * @return the roles that were seen
	 */
	static AdministratorRoles seen(List<JsonNode> memberships, TokenClaims claims) {
		Map<String, String> roles = new LinkedHashMap<>();
		memberships.stream()
			.filter((member) -> member.path("@odata.type").asString("").equals("#microsoft.graph.directoryRole"))
			.forEach((role) -> roles.put(role.path("roleTemplateId").asString(""),
					role.path("displayName").asString("")));
		claims.roleTemplates()
			.stream()
			.filter(WRITERS::containsKey)
			.forEach((template) -> roles.putIfAbsent(template, WRITERS.get(template)));
		return new AdministratorRoles(List.copyOf(roles.values()),
				roles.keySet().stream().anyMatch(WRITERS::containsKey));
	}

}
