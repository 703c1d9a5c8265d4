package io.hybridge.lab.tenant.graph;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hybridge.lab.LabContext;
import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.tenant.http.GraphError;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.lab.tenant.state.TenantState.Person;
import io.hybridge.lab.tenant.state.TenantState.Role;

/** What Microsoft Graph says of whoever signed in, if the tenant lists that person. */
final class SignedInPerson {

	private final Traits traits;

	private final Clock clock;

	SignedInPerson(LabContext context) {
		this.traits = context.traits();
		this.clock = context.clock();
	}

	Reply me(Request request, Person person) {
		if (this.traits.has(Trait.ADMINISTRATOR_OF_A_PARTNER)) {
			return GraphError.absent(person.id(), this.clock.instant());
		}
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#users/$entity");
		shown.put("id", person.id());
		shown.put("displayName", person.displayName());
		shown.put("mail", person.userPrincipalName());
		shown.put("userPrincipalName", person.userPrincipalName());
		return Reply.json(200, Selection.of(request).from(shown));
	}

	/** Direct memberships, among which a role behind a group is not. */
	Reply memberOf(Person person) {
		return memberships(person, !this.traits.has(Trait.ROLE_BY_GROUP));
	}

	Reply transitiveMemberOf(Person person) {
		return memberships(person, true);
	}

	private Reply memberships(Person person, boolean roles) {
		if (this.traits.has(Trait.ADMINISTRATOR_OF_A_PARTNER)) {
			return GraphError.absent(person.id(), this.clock.instant());
		}
		List<Map<String, Object>> memberships = new ArrayList<>();
		if (this.traits.has(Trait.ROLE_BY_GROUP)) {
			memberships.add(group());
		}
		if (roles) {
			person.roles().forEach((role) -> memberships.add(role(role)));
		}
		return Selection.list("directoryObjects", memberships);
	}

	private static Map<String, Object> group() {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("@odata.type", "#microsoft.graph.group");
		shown.put("id", UUID.nameUUIDFromBytes("Exchange team".getBytes()).toString());
		shown.put("displayName", "Exchange team");
		shown.put("isAssignableToRole", true);
		return shown;
	}

	private static Map<String, Object> role(Role role) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("@odata.type", "#microsoft.graph.directoryRole");
		shown.put("id", UUID.nameUUIDFromBytes(role.templateId().getBytes()).toString());
		shown.put("displayName", role.displayName());
		shown.put("roleTemplateId", role.templateId());
		return shown;
	}

}
