package io.hybridge.enablement.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hybridge.enablement.StepName;
import io.hybridge.enablement.Text;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.AssignedPlan;
import io.hybridge.microsoft365.TenantReading.TenantDomain;

/**
 * Is the organization registered in Microsoft 365? It looks, explains and looks again.
 */
final class TenantStep implements Step {

	@Override
	public StepName name() {
		return StepName.TENANT;
	}

	@Override
	public boolean asksExchange() {
		return false;
	}

	@Override
	public boolean asksTenant() {
		return true;
	}

	@Override
	public Examination examine(World world, Goal goal) {
		List<Finding> findings = new ArrayList<>();
		findings.add(discovered(world.discovery(), goal));
		if (world.discovery() instanceof Side.Seen<TenantDiscovery>(TenantDiscovery.Found found)) {
			switch (world.tenant()) {
				case Side.Seen<TenantReading.Seen>(TenantReading.Seen tenant) ->
					findings.addAll(registered(tenant, found, goal));
				case Side.NotSeen<TenantReading.Seen>(var failure) -> findings.add(Unreached.tenant(failure));
				case Side.SignInNeeded<TenantReading.Seen>() -> findings.add(Unreached.signInNeeded(goal));
				case Side.NotAsked<TenantReading.Seen>() -> findings.add(Unreached.signInNeeded(goal));
			}
		}
		return Examination.of(findings);
	}

	private Finding discovered(Side<TenantDiscovery> discovery, Goal goal) {
		return switch (discovery) {
			case Side.Seen<TenantDiscovery>(TenantDiscovery.Found found) ->
				Finding.of("TENANT-FOUND", Verdict.MEETS, goal.domain(), Text.of("seen.tenant", found.tenantId()))
					.shownBy("Microsoft 365", found.evidence());
			case Side.Seen<TenantDiscovery>(TenantDiscovery.NotFound missing) -> Finding
				.of("TENANT-UNKNOWN-DOMAIN", Verdict.BLOCKS, goal.domain(),
						Text.of("seen.no-tenant", "AADSTS" + missing.code()), goal.domain())
				.shownBy("Microsoft 365", missing.evidence());
			case Side.NotSeen<TenantDiscovery>(var failure) -> Unreached.tenant(failure);
			case Side.SignInNeeded<TenantDiscovery>() -> Unreached.signInNeeded(goal);
			case Side.NotAsked<TenantDiscovery>() -> Unreached.signInNeeded(goal);
		};
	}

	private List<Finding> registered(TenantReading.Seen tenant, TenantDiscovery.Found found, Goal goal) {
		List<Finding> findings = new ArrayList<>();
		if (!tenant.tenantId().equalsIgnoreCase(found.tenantId())) {
			findings.add(Finding.of("TENANT-OTHER", Verdict.BLOCKS, tenant.displayName(),
					Text.of("seen.tenant", tenant.tenantId()), goal.domain(), found.tenantId(), tenant.tenantId()));
			return findings;
		}
		findings.add(domain(tenant, goal));
		findings.add(plan(tenant));
		findings.add(role(tenant));
		return findings;
	}

	private Finding domain(TenantReading.Seen tenant, Goal goal) {
		Optional<TenantDomain> domain = tenant.domains()
			.stream()
			.filter((candidate) -> candidate.name().equalsIgnoreCase(goal.domain()))
			.findFirst();
		if (domain.isEmpty()) {
			return Finding
				.of("DOMAIN-NOT-IN-TENANT", Verdict.BLOCKS, goal.domain(), Text.of("seen.domain-absent"), goal.domain(),
						tenant.displayName())
				.shownBy("Microsoft Graph", tenant.evidence());
		}
		return domain.get().verified()
				? Finding
					.of("DOMAIN-VERIFIED", Verdict.MEETS, goal.domain(),
							Text.of("seen.domain-verified", tenant.displayName()))
					.shownBy("Microsoft Graph", tenant.evidence())
				: Finding
					.of("DOMAIN-NOT-VERIFIED", Verdict.BLOCKS, goal.domain(), Text.of("seen.domain-unverified"),
							goal.domain(), tenant.displayName())
					.shownBy("Microsoft Graph", tenant.evidence());
	}

	private Finding plan(TenantReading.Seen tenant) {
		Optional<AssignedPlan> usable = tenant.plans()
			.stream()
			.filter((plan) -> plan.service().equalsIgnoreCase("exchange"))
			.filter((plan) -> plan.status().equals("Enabled") || plan.status().equals("Warning"))
			.findFirst();
		return usable
			.map((plan) -> Finding.of("PLAN-ENABLED", Verdict.MEETS, "Exchange Online",
					Text.of("seen.plan", plan.status())))
			.orElseGet(() -> Finding.of("PLAN-MISSING", Verdict.BLOCKS, "Exchange Online", Text.of("seen.no-plan"),
					tenant.displayName()));
	}

	private Finding role(TenantReading.Seen tenant) {
		return tenant.mayWriteKeys() ? Finding.of("ROLE-FITS", Verdict.MEETS, tenant.signedInAs(),
				Text.of("seen.plain", String.join(", ", tenant.roles()))) : Unreached.roleMissing(tenant);
	}

}
