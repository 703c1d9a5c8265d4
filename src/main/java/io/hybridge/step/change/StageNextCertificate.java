package io.hybridge.step.change;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeState.AuthConfiguration;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackSource;
import io.hybridge.web.text.StoredMessage;

/**
 * Stages a certificate that takes over by itself at a moment to come. No command is
 * documented that takes a staged certificate away again, so neither do we.
 *
 * @param former thumbprint of the one staged before, empty when there is none
 * @param signer the one to come
 * @param effective from when on it signs
 */
@JsonTypeName("stage-next-certificate")
public record StageNextCertificate(String former, AuthCertificateRef signer, Instant effective) implements Change {

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
		return this.signer.brief();
	}

	@Override
	public ChangeValue shownBefore() {
		return ChangeValue.certificate(this.former);
	}

	@Override
	public ChangeValue shownAfter() {
		return new ChangeValue.Named(this.signer.brief(), StoredMessage.of("change.signs-from", this.effective));
	}

	@Override
	public Command command() {
		return Command.script("Set-NextAuthCertificate", "Set-AuthConfig",
				Command.with("NewCertificateThumbprint", this.signer.thumbprintOrPlaceholder()),
				Command.with("NewCertificateEffectiveDate", this.effective.toString()), Command.on("Force"));
	}

	@Override
	public Map<String, String> audited() {
		return Map.of("before", before(), "after", after(), "effective", this.effective.toString());
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return observation.exchange()
			.seen()
			.flatMap(this.signer::in)
			.map((certificate) -> new RemoteCall.OnExchange(
					new ExchangeChange.StageAuthCertificate(certificate.thumbprint(), this.effective)));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Organization();
	}

	/** One that has taken over already was staged, too. */
	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onPremises(observation, (exchange) -> {
			AuthConfiguration configuration = exchange.authConfiguration();
			Optional<Thumbprint> wanted = this.signer.in(exchange).map(Certificate::thumbprint);
			String next = configuration.next().map(Thumbprint::value).orElse("");
			boolean desired = wanted.isPresent()
					&& (wanted.equals(configuration.next()) || wanted.equals(configuration.current()));
			return ReadBack.judged(next, desired, next.equals(this.former));
		});
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		return new WayBack.None();
	}

}
