package io.hybridge.enablement.download;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.download.DownloadScript;
import io.hybridge.exchange.download.DownloadScripts;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.organization.Organization;
import io.hybridge.run.plan.TargetStates;
import io.hybridge.run.probe.ProbeWait;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.TargetState;

/** Which scripts do by hand what a step does, and what its plan says. */
@Component
class StepScripts {

	private final TargetStates targetStates;

	private final PublicCertificates certificates;

	private final ProbeWait probeWait;

	private final PlanScripts plans;

	StepScripts(TargetStates targetStates, PublicCertificates certificates, ProbeWait probeWait, PlanScripts plans) {
		this.targetStates = targetStates;
		this.certificates = certificates;
		this.probeWait = probeWait;
		this.plans = plans;
	}

	List<DownloadScript> of(Organization organization, StepName step) {
		return Stream.concat(wholeStep(organization, step).stream(), this.plans.of(organization.id(), step).stream())
			.toList();
	}

	private List<DownloadScript> wholeStep(Organization organization, StepName step) {
		TargetState target = this.targetStates.of(organization.id(), null);
		if (target.cloud() != KnownCloud.GLOBAL) {
			return elsewhere(organization, step, target);
		}
		return switch (step) {
			case TENANT -> List.of(DownloadScripts.tenant(target.domain()));
			case SERVERS -> List.of(DownloadScripts.servers());
			case OAUTH -> List.of(
					DownloadScripts.oauth(target.domain(), TargetState.AUTH_SERVER, target.metadataUrl(),
							thumbprint(organization)),
					DownloadScripts.tenantKey(target.domain(), Microsoft365.EXCHANGE_ONLINE, false));
			case PUSH_PROXY ->
				List.of(DownloadScripts.pushProxy(target.domain(), this.probeWait.of(organization.id())));
		};
	}

	/** The others ask Microsoft's global cloud. */
	private List<DownloadScript> elsewhere(Organization organization, StepName step, TargetState target) {
		return switch (step) {
			case SERVERS -> List.of(DownloadScripts.servers());
			case OAUTH -> target.metadataUrl().isEmpty() ? List.of() : List.of(DownloadScripts.oauth(target.domain(),
					TargetState.AUTH_SERVER, target.metadataUrl(), thumbprint(organization)));
			case TENANT, PUSH_PROXY -> List.of();
		};
	}

	private String thumbprint(Organization organization) {
		return this.certificates.of(organization.id()).map(PublicCertificates.Shown::sha1).orElse("");
	}

}
