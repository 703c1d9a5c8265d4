package io.hybridge.step.change;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Makes a certificate the one that signs.
 *
 * @param former thumbprint of the current one, empty when there is none
 * @param signer the wanted one
 */
@JsonTypeName("set-auth-certificate")
public record SetAuthCertificate(String former, AuthCertificateRef signer) implements Change {

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
	public ChangeValue shownBefore() {
		return ChangeValue.certificate(this.former);
	}

	@Override
	public ChangeValue shownAfter() {
		return this.signer.shown();
	}

	@Override
	public Command command() {
		return Command.script("Set-AuthCertificate", "Set-AuthConfig",
				Command.with("CertificateThumbprint", this.signer.thumbprintOrPlaceholder()), Command.on("Force"));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return this.signer.in(observation)
			.map((certificate) -> new RemoteCall.OnExchange(
					new ExchangeChange.SetAuthCertificate(certificate.thumbprint())));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Organization();
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onPremises(observation, (exchange) -> {
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
	public Optional<Change> inverse(Observation observation) {
		return (judge(observation) instanceof Desired(String found))
				? AuthCertificateRef.Present.stillValid(this.former, observation)
					.map((certificate) -> new SetAuthCertificate(found, certificate))
				: Optional.empty();
	}

}
