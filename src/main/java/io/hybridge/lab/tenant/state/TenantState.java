package io.hybridge.lab.tenant.state;

import java.util.List;
import java.util.Optional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.Ledger.Effect;

/**
 * The tenant as the ledger's effects leave it.
 *
 * @param tenantId of the tenant
 * @param displayName its name
 * @param domains its domains
 * @param plans its plans
 * @param people who can sign in
 * @param principal the principal Exchange Online
 * @param keys of the principal
 */
public record TenantState(String tenantId, String displayName, List<Domain> domains, List<Plan> plans,
		List<Person> people, Principal principal, List<TenantKey> keys) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static Optional<TenantState> of(List<Effect> effects) {
		TenantState state = null;
		for (Effect effect : effects) {
			if ("tenant".equals(effect.world())) {
				state = after(state, effect);
			}
		}
		return Optional.ofNullable(state);
	}

	static TenantState after(TenantState state, Effect effect) {
		return switch (TenantEffect.valueOf(effect.kind())) {
			case TenantCreated -> JSON.readValue(effect.values().get("state"), TenantState.class);
			case KeysReplaced -> state.with(JSON.readValue(effect.values().get("keys"), new TypeReference<>() {
			}));
			case TokenIssued, TokenRefused, ProbeAccepted, PushAccepted, PushRefused -> state;
		};
	}

	private TenantState with(List<TenantKey> keys) {
		return new TenantState(this.tenantId, this.displayName, this.domains, this.plans, this.people, this.principal,
				List.copyOf(keys));
	}

	/**
	 * Whether a realm of an address names this tenant.
	 * @param realm tenant id or domain
	 * @return whether it is its id or one of its verified domains
	 */
	public boolean answersTo(String realm) {
		return this.tenantId.equalsIgnoreCase(realm) || verified(realm).isPresent();
	}

	public Optional<Domain> verified(String name) {
		return this.domains.stream()
			.filter((domain) -> domain.verified() && domain.id().equalsIgnoreCase(name))
			.findFirst();
	}

	public Optional<Person> person(String objectId) {
		return this.people.stream().filter((person) -> person.id().equals(objectId)).findFirst();
	}

	/**
	 * A domain.
	 *
	 * @param id its name
	 * @param verified whether its ownership is proved
	 * @param initial whether it is the {@code onmicrosoft.com} one
	 * @param standard whether new people get it
	 */
	public record Domain(String id, boolean verified, boolean initial, boolean standard) {
	}

	/**
	 * An assigned plan.
	 *
	 * @param service for instance {@code exchange}
	 * @param servicePlanId Microsoft's id
	 * @param capabilityStatus for instance {@code Enabled}
	 */
	public record Plan(String service, String servicePlanId, String capabilityStatus) {
	}

	/**
	 * Somebody who can sign in.
	 *
	 * @param id object id
	 * @param userPrincipalName to sign in with
	 * @param displayName shown
	 * @param roles directory roles
	 */
	public record Person(String id, String userPrincipalName, String displayName, List<Role> roles) {

		public boolean mayWriteKeys() {
			return this.roles.stream().anyMatch(Role::mayWriteKeys);
		}

	}

	/**
	 * A directory role.
	 *
	 * @param templateId the same in all tenants
	 * @param displayName its name
	 */
	public record Role(String templateId, String displayName) {

		boolean mayWriteKeys() {
			return List
				.of("62e90394-69f5-4237-9190-012177145e10", "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
						"158c047a-c907-4556-b7ef-446551a6b5f7")
				.contains(this.templateId);
		}

	}

	/**
	 * A service principal.
	 *
	 * @param id object id in this tenant
	 * @param appId the same in all tenants
	 * @param displayName shown
	 */
	public record Principal(String id, String appId, String displayName) {
	}

}
