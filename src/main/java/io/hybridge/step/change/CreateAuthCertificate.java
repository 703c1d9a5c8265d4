package io.hybridge.step.change;

import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.organization.DomainName;
import io.hybridge.step.change.ReadBackResult.Before;
import io.hybridge.step.change.ReadBackResult.Desired;
import io.hybridge.step.change.ReadBackResult.Other;
import io.hybridge.step.observation.CertificateStores;
import io.hybridge.step.observation.Observation;

/**
 * Makes a new auth certificate.
 *
 * @param friendlyName name in the store
 * @param domainName the domain in it
 * @param subjectKeyIdentifier by which it is found again
 */
public record CreateAuthCertificate(String friendlyName, DomainName domainName,
		String subjectKeyIdentifier) implements Change {

	@Override
	public String key() {
		return "create-auth-certificate";
	}

	@Override
	public String object() {
		return this.friendlyName;
	}

	@Override
	public String before() {
		return "";
	}

	@Override
	public String after() {
		return this.subjectKeyIdentifier;
	}

	@Override
	public ReadBackResult judge(Observation world) {
		return ReadBack.onPremises(world, (exchange) -> {
			List<Certificate> made = CertificateStores.withKeyIdentifier(exchange, this.subjectKeyIdentifier);
			return switch (made.size()) {
				case 0 -> new Before("");
				case 1 -> new Desired(made.getFirst().thumbprint().value());
				default -> new Other(made.stream().map(Certificate::thumbprint).toList().toString());
			};
		});
	}

	@Override
	public Optional<Change> inverse(Observation world) {
		return Optional.empty();
	}

}
