package io.hybridge.microsoft365.graph;

import java.util.List;
import java.util.Set;

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

	private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

	private static final String APPLICATION_ADMINISTRATOR = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";

	private static final String CLOUD_APPLICATION_ADMINISTRATOR = "158c047a-c907-4556-b7ef-446551a6b5f7";

	private static final Set<String> WRITERS = Set.of(GLOBAL_ADMINISTRATOR, APPLICATION_ADMINISTRATOR,
			CLOUD_APPLICATION_ADMINISTRATOR);

	static AdministratorRoles among(List<JsonNode> memberships) {
		List<JsonNode> roles = memberships.stream()
			.filter((
					membership) -> membership.path("@odata.type").asString("").equals("#microsoft.graph.directoryRole"))
			.toList();
		return new AdministratorRoles(roles.stream().map((role) -> role.path("displayName").asString("")).toList(),
				roles.stream().anyMatch((role) -> WRITERS.contains(role.path("roleTemplateId").asString(""))));
	}

}
