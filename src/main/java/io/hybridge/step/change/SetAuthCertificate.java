package io.hybridge.step.change;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.CertificateStores;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
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
	public WayBack wayBack(Observation observation, String found) {
		return this.signer.madeAs(observation, found)
			.map((ours) -> from(ours, this.former, observation))
			.orElseGet(WayBack.Untold::new);
	}

	/**
	 * The way back from a certificate of ours to the one before, which may have ended or
	 * be gone.
	 * @param ours the one that signs as long as nobody changed it
	 */
	static WayBack from(Thumbprint ours, String former, Observation observation) {
		return observation.exchange()
			.seen()
			.map((exchange) -> exchange.authConfiguration().current().filter(ours::equals).isPresent()
					? back(ours, former, observation, exchange) : new WayBack.Gone())
			.orElseGet(WayBack.Untold::new);
	}

	private static WayBack back(Thumbprint ours, String former, Observation observation, ExchangeState exchange) {
		if (!former.isEmpty() && CertificateStores.on(exchange, exchange.answeredBy()).isEmpty()) {
			return new WayBack.Untold();
		}
		return AuthCertificateRef.Present.stillValid(former, observation)
			.<WayBack>map((certificate) -> new WayBack.By(new SetAuthCertificate(ours.value(), certificate)))
			.orElseGet(WayBack.None::new);
	}

}
