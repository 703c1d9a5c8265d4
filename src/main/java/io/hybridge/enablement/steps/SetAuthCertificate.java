package io.hybridge.enablement.steps;

import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.enablement.steps.Judgment.Desired;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerCertificate;

/**
 * Makes a certificate the one that signs.
 *
 * @param former thumbprint of the current one, empty when there is none
 * @param signer the wanted one
 */
public record SetAuthCertificate(String former, Signer signer) implements Change {

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
			case Signer.Present present -> present.thumbprint();
			case Signer.ToBeMade made -> made.subjectKeyIdentifier();
		};
	}

	@Override
	public Judgment judge(World world) {
		return Look.onPremises(world, (exchange) -> {
			String current = exchange.authConfiguration().current().map(Thumbprint::value).orElse("");
			boolean desired = this.signer.in(exchange)
				.map(Certificate::thumbprint)
				.map(Thumbprint::value)
				.filter(current::equals)
				.isPresent();
			return Look.judged(current, desired, current.equals(this.former));
		});
	}

	@Override
	public Optional<Change> inverse(World world) {
		return (judge(world) instanceof Desired(String found))
				? world.exchange()
					.seen()
					.flatMap(this::formerCertificate)
					.map((certificate) -> new SetAuthCertificate(found, Signer.Present.of(certificate)))
				: Optional.empty();
	}

	private Optional<Certificate> formerCertificate(ExchangeState exchange) {
		return Stores.onEntryServer(exchange)
			.map(ServerCertificate::certificate)
			.filter((certificate) -> certificate.thumbprint().value().equals(this.former))
			.findFirst();
	}

}
