package io.hybridge.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.AssignedPlan;
import io.hybridge.microsoft365.TenantReading.TenantDomain;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.examination.UnattendedFindings;
import io.hybridge.step.examination.UnreachableFindings;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.web.text.StoredMessage;

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
	public Examination examine(Observation observation, TargetState target) {
		List<Finding> findings = new ArrayList<>();
		findings.add(discovered(observation.discovery(), target));
		if (observation.discovery() instanceof Reading.Seen<TenantDiscovery>(TenantDiscovery.Found found)) {
			switch (observation.tenant()) {
				case Reading.Seen<TenantReading.Seen>(TenantReading.Seen tenant) ->
					findings.addAll(registered(tenant, found, target));
				case Reading.NotSeen<TenantReading.Seen>(var failure) ->
					findings.add(UnreachableFindings.tenant(failure));
				case Reading.SignInNeeded<TenantReading.Seen>() ->
					findings.add(UnreachableFindings.signInNeeded(target));
				case Reading.NotAsked<TenantReading.Seen>() -> throw Reading.notAsked("The tenant");
			}
		}
		return Examination.of(findings);
	}

	private Finding discovered(Reading<TenantDiscovery> discovery, TargetState target) {
		return switch (discovery) {
			case Reading.Seen<TenantDiscovery>(TenantDiscovery.Found found) ->
				Finding
					.of("TENANT-FOUND", FindingLevel.MEETS, target.domain().value(),
							StoredMessage.of("seen.tenant", found.tenantId()))
					.shownBy("Microsoft 365", found.evidence());
			case Reading.Seen<TenantDiscovery>(TenantDiscovery.OtherCloud other) -> inOtherCloud(other, target);
			case Reading.Seen<TenantDiscovery>(TenantDiscovery.Refused refused) ->
				Finding
					.of("TENANT-LOOKUP-REFUSED", FindingLevel.UNKNOWN, target.domain().value(),
							StoredMessage.of("seen.lookup-refused", "AADSTS" + refused.code()), target.domain().value(),
							"AADSTS" + refused.code())
					.shownBy("Microsoft 365", refused.evidence());
			case Reading.Seen<TenantDiscovery>(TenantDiscovery.NotFound missing) -> Finding
				.of("TENANT-UNKNOWN-DOMAIN", FindingLevel.BLOCKS, target.domain().value(),
						StoredMessage.of("seen.no-tenant", "AADSTS" + missing.code()), target.domain().value())
				.shownBy("Microsoft 365", missing.evidence());
			case Reading.NotSeen<TenantDiscovery>(var failure) -> UnreachableFindings.tenant(failure);
			case Reading.SignInNeeded<TenantDiscovery>() -> throw Reading.notAsked("Microsoft 365");
			case Reading.NotAsked<TenantDiscovery>() -> throw Reading.notAsked("Microsoft 365");
		};
	}

	private static Finding inOtherCloud(TenantDiscovery.OtherCloud other, TargetState target) {
		String domain = target.domain().value();
		String instance = other.instance().isEmpty() ? "?" : other.instance();
		Finding finding = other.cloud()
			.map((cloud) -> Finding.of("TENANT-IN-UNCONFIRMED-CLOUD", FindingLevel.BLOCKS, domain,
					StoredMessage.of("seen.cloud", cloud.getTitle()), domain, cloud.getTitle(),
					target.cloud().getTitle()))
			.orElseGet(() -> Finding.of("TENANT-IN-ANOTHER-CLOUD", FindingLevel.BLOCKS, domain,
					StoredMessage.of("seen.cloud", instance), domain, instance));
		return finding.shownBy("Microsoft 365", other.evidence());
	}

	private List<Finding> registered(TenantReading.Seen tenant, TenantDiscovery.Found found, TargetState target) {
		List<Finding> findings = new ArrayList<>();
		if (!tenant.tenantId().equalsIgnoreCase(found.tenantId())) {
			findings.add(Finding.of("TENANT-OTHER", FindingLevel.BLOCKS, tenant.displayName(),
					StoredMessage.of("seen.tenant", tenant.tenantId()), target.domain().value(), found.tenantId(),
					tenant.tenantId()));
			return findings;
		}
		findings.add(domain(tenant, target));
		findings.add(plan(tenant));
		findings.add(tenant.application().map(UnattendedFindings::readBy).orElseGet(() -> role(tenant)));
		return findings;
	}

	private Finding domain(TenantReading.Seen tenant, TargetState target) {
		Optional<TenantDomain> domain = tenant.domains()
			.stream()
			.filter((candidate) -> candidate.name().equalsIgnoreCase(target.domain().value()))
			.findFirst();
		if (domain.isEmpty()) {
			return Finding
				.of("DOMAIN-NOT-IN-TENANT", FindingLevel.BLOCKS, target.domain().value(),
						StoredMessage.of("seen.domain-absent"), target.domain().value(), tenant.displayName())
				.shownBy("Microsoft Graph", tenant.evidence());
		}
		return domain.get().verified()
				? Finding
					.of("DOMAIN-VERIFIED", FindingLevel.MEETS, target.domain().value(),
							StoredMessage.of("seen.domain-verified", tenant.displayName()))
					.shownBy("Microsoft Graph", tenant.evidence())
				: Finding
					.of("DOMAIN-NOT-VERIFIED", FindingLevel.BLOCKS, target.domain().value(),
							StoredMessage.of("seen.domain-unverified"), target.domain().value(), tenant.displayName())
					.shownBy("Microsoft Graph", tenant.evidence());
	}

	private Finding plan(TenantReading.Seen tenant) {
		Optional<AssignedPlan> usable = tenant.plans()
			.stream()
			.filter((plan) -> plan.service().equalsIgnoreCase("exchange"))
			.filter((plan) -> plan.status().equals("Enabled") || plan.status().equals("Warning"))
			.findFirst();
		return usable
			.map((plan) -> Finding.of("PLAN-ENABLED", FindingLevel.MEETS, "Exchange Online",
					StoredMessage.of("seen.plan", plan.status())))
			.orElseGet(() -> Finding.of("PLAN-MISSING", FindingLevel.BLOCKS, "Exchange Online",
					StoredMessage.of("seen.no-plan"), tenant.displayName()));
	}

	private Finding role(TenantReading.Seen tenant) {
		return tenant.mayWriteKeys()
				? Finding.of("ROLE-FITS", FindingLevel.MEETS, tenant.signedInAs(),
						StoredMessage.of("seen.plain", String.join(", ", tenant.roles())))
				: Finding.of("ROLE-NOT-SEEN", FindingLevel.NOTE, tenant.signedInAs(),
						tenant.roles().isEmpty() ? StoredMessage.of("seen.role-not-seen")
								: StoredMessage.of("seen.role-not-among", String.join(", ", tenant.roles())));
	}

}
