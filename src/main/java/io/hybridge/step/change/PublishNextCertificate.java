package io.hybridge.step.change;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Makes the staged certificate the one that signs at once, whatever its date.
 *
 * @param former thumbprint of the current one, empty when there is none
 * @param signer the staged one
 */
@JsonTypeName("publish-next-certificate")
public record PublishNextCertificate(String former, AuthCertificateRef.Present signer) implements Change {

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
		return this.signer.thumbprint();
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
		return Command.script("Publish-AuthCertificate", "Set-AuthConfig", Command.on("PublishCertificate"),
				Command.on("Force"));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional.of(new RemoteCall.OnExchange(
				new ExchangeChange.PublishAuthCertificate(new Thumbprint(this.signer.thumbprint()))));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Organization();
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onPremises(observation, (exchange) -> {
			String current = exchange.authConfiguration().current().map(Thumbprint::value).orElse("");
			return ReadBack.judged(current, current.equals(after()), current.equals(this.former));
		});
	}

	/** There is no way back to a certificate that has ended. */
	@Override
	public WayBack wayBack(Observation observation, String found) {
		return SetAuthCertificate.from(new Thumbprint(this.signer.thumbprint()), this.former, observation);
	}

}
