package io.hybridge.step.change;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.organization.DomainName;
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
import io.hybridge.step.readback.ReadBackSource;
import io.hybridge.web.text.StoredMessage;

/**
 * Makes a new auth certificate.
 *
 * @param friendlyName name in the store
 * @param domainName the domain in it
 * @param subjectKeyIdentifier by which it is found again
 */
@JsonTypeName("create-auth-certificate")
public record CreateAuthCertificate(String friendlyName, DomainName domainName,
		String subjectKeyIdentifier) implements Change {

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
	public ChangeValue shownBefore() {
		return ChangeValue.words("change.none");
	}

	@Override
	public ChangeValue shownAfter() {
		return new ChangeValue.Named(this.friendlyName,
				StoredMessage.of("change.identifier", this.subjectKeyIdentifier));
	}

	@Override
	public Command command() {
		return Command.script("New-AuthCertificate", "New-ExchangeCertificate",
				Command.with("FriendlyName", this.friendlyName), Command.with("DomainName", this.domainName.value()),
				Command.with("Services", "Federation"), Command.with("KeySize", "2048"),
				Command.with("PrivateKeyExportable", "$true"),
				Command.with("SubjectKeyIdentifier", this.subjectKeyIdentifier));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional.of(new RemoteCall.OnExchange(new ExchangeChange.CreateAuthCertificate(this.friendlyName,
				this.domainName, this.subjectKeyIdentifier)));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Organization();
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onPremises(observation, (exchange) -> {
			List<Certificate> made = CertificateStores.withKeyIdentifier(exchange, this.subjectKeyIdentifier);
			return switch (made.size()) {
				case 0 -> new Before("");
				case 1 -> new Desired(made.getFirst().thumbprint().value());
				default -> new Unexplained(made.stream().map(Certificate::thumbprint).toList().toString());
			};
		});
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		return new WayBack.None();
	}

}
