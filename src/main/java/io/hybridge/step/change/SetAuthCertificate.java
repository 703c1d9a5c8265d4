package io.hybridge.step.change;

import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.step.change.ReadBackResult.Desired;
import io.hybridge.step.observation.CertificateStores;
import io.hybridge.step.observation.Observation;

/**
 * Makes a certificate the one that signs.
 *
 * @param former thumbprint of the current one, empty when there is none
 * @param signer the wanted one
 */
public record SetAuthCertificate(String former, AuthCertificateRef signer) implements Change {

	@Override
	public String key() {
		return "set-auth-certificate";
	}

	@Override
	public String object() {
		return "Auth Configuration";
	}

	@Override
	public String before() {
		return this.former;
	}

	@Override
	public String after() {
		return switch (this.signer) {
			case AuthCertificateRef.Present present -> present.thumbprint();
			case AuthCertificateRef.ToBeMade made -> made.subjectKeyIdentifier();
		};
	}

	@Override
	public ReadBackResult judge(Observation world) {
		return ReadBack.onPremises(world, (exchange) -> {
			String current = exchange.authConfiguration().current().map(Thumbprint::value).orElse("");
			boolean desired = this.signer.in(exchange)
				.map(Certificate::thumbprint)
				.map(Thumbprint::value)
				.filter(current::equals)
				.isPresent();
			return ReadBack.judged(current, desired, current.equals(this.former));
		});
	}

	@Override
	public Optional<Change> inverse(Observation world) {
		return (judge(world) instanceof Desired(String found))
				? world.exchange()
					.seen()
					.flatMap(this::formerCertificate)
					.map((certificate) -> new SetAuthCertificate(found, AuthCertificateRef.Present.of(certificate)))
				: Optional.empty();
	}

	private Optional<Certificate> formerCertificate(ExchangeState exchange) {
		return CertificateStores.onEntryServer(exchange)
			.map(ServerCertificate::certificate)
			.filter((certificate) -> certificate.thumbprint().value().equals(this.former))
			.findFirst();
	}

}
