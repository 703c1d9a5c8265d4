package io.hybridge.step.change;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.CertificateStores;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackResult.Unexplained;
import io.hybridge.step.readback.ReadBackResult.Unseen;
import io.hybridge.step.readback.ReadBackSource;
import io.hybridge.web.text.StoredMessage;

/**
 * Copies the auth certificate with its key to a server that lacks it. The key stays in
 * Exchange's own session; the console never sees it.
 *
 * @param thumbprint of the certificate
 * @param source fully qualified name of a server that holds it
 * @param target fully qualified name of the server that lacks it
 */
@JsonTypeName("copy-auth-certificate")
public record CopyAuthCertificate(String thumbprint, String source, String target) implements Change {

	@Override
	public String object() {
		return this.target;
	}

	@Override
	public String before() {
		return "";
	}

	@Override
	public String after() {
		return this.thumbprint;
	}

	@Override
	public ChangeValue shownBefore() {
		return ChangeValue.words("change.none");
	}

	@Override
	public ChangeValue shownAfter() {
		return new ChangeValue.ByThumbprint(new Thumbprint(this.thumbprint),
				Optional.of(StoredMessage.of("change.copied-from", this.source)));
	}

	@Override
	public Command command() {
		return Command.script("Copy-AuthCertificate", "Import-ExchangeCertificate", Command.with("Server", this.target),
				Command.with("FileData", "<FileData>"), Command.with("Password", "<Password>"),
				Command.with("PrivateKeyExportable", "$true"));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional.of(new RemoteCall.OnExchange(
				new ExchangeChange.CopyAuthCertificate(new Thumbprint(this.thumbprint), this.source, this.target)));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.EveryServer();
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onPremises(observation,
				(exchange) -> CertificateStores.on(exchange, this.target)
					.map((store) -> store.stream().filter(this::isMeant).findFirst())
					.map((stored) -> stored.map(this::judge).orElseGet(() -> new Before("")))
					.orElseGet(() -> new Unseen("")));
	}

	private ReadBackResult judge(ServerCertificate stored) {
		return switch (stored.privateKey()) {
			case PRESENT -> new Desired(this.thumbprint);
			case ABSENT -> new Unexplained(this.thumbprint);
			case UNKNOWN -> new Unseen("");
		};
	}

	private boolean isMeant(ServerCertificate stored) {
		return stored.certificate().thumbprint().value().equals(this.thumbprint);
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		return new WayBack.None();
	}

}
