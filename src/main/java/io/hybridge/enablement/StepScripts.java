package io.hybridge.enablement;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.steps.Goal;
import io.hybridge.exchange.powershell.DownloadScripts;
import io.hybridge.exchange.powershell.DownloadScripts.DownloadScript;
import io.hybridge.organization.Organization;

/** Which scripts do by hand what a step does. */
@Component
class StepScripts {

	private final Goals goals;

	private final PublicCertificates certificates;

	private final EnablementSettings settings;

	StepScripts(Goals goals, PublicCertificates certificates, EnablementSettings settings) {
		this.goals = goals;
		this.certificates = certificates;
		this.settings = settings;
	}

	List<DownloadScript> of(Organization organization, StepName step) {
		Goal goal = this.goals.of(organization.id(), null);
		return switch (step) {
			case TENANT -> List.of(DownloadScripts.tenant(goal.domain()));
			case SERVERS -> List.of(DownloadScripts.servers());
			case OAUTH -> List.of(DownloadScripts.oauth(goal.domain(), Goal.AUTH_SERVER, goal.metadataUrl(),
					thumbprint(organization)), DownloadScripts.tenantKey(goal.domain(), false));
			case PUSH_PROXY ->
				List.of(DownloadScripts.pushProxy(goal.domain(), this.settings.probeWait(organization.environment())));
		};
	}

	private String thumbprint(Organization organization) {
		return this.certificates.of(organization.id()).map(PublicCertificates.Shown::sha1).orElse("");
	}

}
