package io.hybridge.enablement.steps;

import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.enablement.steps.Judgment.Before;
import io.hybridge.enablement.steps.Judgment.Desired;
import io.hybridge.enablement.steps.Judgment.Other;

/**
 * Makes a new auth certificate.
 *
 * @param friendlyName name in the store
 * @param domainName the domain in it
 * @param subjectKeyIdentifier by which it is found again
 */
public record CreateAuthCertificate(String friendlyName, String domainName,
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
	public Judgment judge(World world) {
		return Look.onPremises(world, (exchange) -> {
			List<Certificate> made = Stores.withKeyIdentifier(exchange, this.subjectKeyIdentifier);
			return switch (made.size()) {
				case 0 -> new Before("");
				case 1 -> new Desired(made.getFirst().thumbprint().value());
				default -> new Other(made.stream().map(Certificate::thumbprint).toList().toString());
			};
		});
	}

	@Override
	public Optional<Change> inverse(World world) {
		return Optional.empty();
	}

}
