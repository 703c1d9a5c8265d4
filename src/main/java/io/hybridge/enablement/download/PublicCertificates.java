package io.hybridge.enablement.download;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.certificate.Certificate;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.plan.Snapshot;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Examination;

/** The public certificate that signs for an organization, as the last look saw it. */
@Component
public class PublicCertificates {

	private final Snapshots snapshots;

	PublicCertificates(Snapshots snapshots) {
		this.snapshots = snapshots;
	}

	public Optional<Shown> of(OrganizationId organization) {
		return this.snapshots.newest(organization, StepName.OAUTH)
			.map(Snapshot::examination)
			.flatMap(Examination::certificate)
			.map(Certificate::ofBase64)
			.map(Shown::of);
	}

	/**
	 * A certificate with the names by which people compare it.
	 *
	 * @param brief thumbprint in short
	 * @param sha1 thumbprint as Windows shows it
	 * @param sha256 the other common name
	 * @param certificate itself
	 */
	record Shown(String brief, String sha1, String sha256, Certificate certificate) {

		static Shown of(Certificate certificate) {
			return new Shown(certificate.thumbprint().brief(), certificate.thumbprint().value(), certificate.sha256(),
					certificate);
		}

	}

}
