package io.hybridge.run.plan;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.EnablementSettings;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.StageNextCertificate;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.examination.TargetState;

/** Says what an organization should come to. */
@Component
public class TargetStates {

	private final Organizations organizations;

	private final Microsoft365Connections tenants;

	private final EnablementSettings settings;

	TargetStates(Organizations organizations, Microsoft365Connections tenants, EnablementSettings settings) {
		this.organizations = organizations;
		this.tenants = tenants;
		this.settings = settings;
	}

	/**
	 * What a check would come to.
	 * @param choice thumbprint a person chose, or null
	 * @return the target, with a new key identifier for a certificate that may be made
	 */
	public TargetState of(OrganizationId organization, String choice) {
		return target(organization, Optional.ofNullable(choice).map(Thumbprint::new),
				UUID.randomUUID().toString().replace("-", ""), Optional.empty());
	}

	/**
	 * The target that a plan was made for, with the choices that stand in it.
	 * @return the target
	 */
	public TargetState of(Plan plan) {
		Optional<Thumbprint> chosen = Optional.empty();
		String identifier = "";
		Optional<Instant> nextEffective = Optional.empty();
		for (var change : plan.content().changes()) {
			if (change instanceof CreateAuthCertificate made) {
				identifier = made.subjectKeyIdentifier();
			}
			if (change instanceof SetAuthCertificate(String former, AuthCertificateRef.Present present)) {
				chosen = Optional.of(new Thumbprint(present.thumbprint()));
			}
			if (change instanceof StageNextCertificate staged) {
				nextEffective = Optional.of(staged.effective());
			}
		}
		return target(plan.organization(), chosen, identifier, nextEffective);
	}

	private TargetState target(OrganizationId id, Optional<Thumbprint> chosen, String identifier,
			Optional<Instant> nextEffective) {
		Organization organization = this.organizations.require(id);
		DomainName domain = organization.domain();
		KnownCloud cloud = this.tenants.of(id).cloud().known();
		String metadata = cloud.getAuthMetadata().map((address) -> metadata(address, domain)).orElse("");
		return new TargetState(organization.name(), domain, metadata, chosen, identifier,
				this.settings.certificateSpread(), nextEffective, cloud);
	}

	private static String metadata(URI address, DomainName domain) {
		return UriComponentsBuilder.fromUri(address).queryParam("realm", domain.value()).build().encode().toUriString();
	}

}
