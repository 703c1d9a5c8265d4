package io.hybridge.step.change.part;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.step.observation.CertificateStores;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

/**
 * The certificate that a change is about: one that is there, or one that will be made.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "signer")
@JsonSubTypes({ @JsonSubTypes.Type(value = AuthCertificateRef.Present.class, name = "present"),
		@JsonSubTypes.Type(value = AuthCertificateRef.ToBeMade.class, name = "to-be-made") })
public sealed interface AuthCertificateRef {

	/**
	 * Finds the certificate in what was seen.
	 * @param exchange the on-premises half
	 * @return the certificate, or empty when it is not there (yet)
	 */
	Optional<Certificate> in(ExchangeState exchange);

	/**
	 * The certificate, as far as it is known.
	 * @param observation looked into only for one that is to be made
	 * @return the certificate, or empty while it is not made or not seen
	 */
	default Optional<Certificate> in(Observation observation) {
		return switch (this) {
			case Present present -> Optional.of(present.certificate());
			case ToBeMade made -> observation.exchange().seen().flatMap(made::in);
		};
	}

	/**
	 * The certificate that a change of ours was made with. One that was made for it is
	 * known by what was read back then, for it may not be in any store that is seen now.
	 * @param found what the read-back found, its thumbprint first; may be null or empty
	 * @return its thumbprint, or empty where nobody can tell it
	 */
	default Optional<Thumbprint> madeAs(Observation observation, String found) {
		return switch (this) {
			case Present present -> Optional.of(new Thumbprint(present.thumbprint()));
			case ToBeMade made -> Thumbprint.leading(found).or(() -> in(observation).map(Certificate::thumbprint));
		};
	}

	/** Its thumbprint, or the key identifier it will have. */
	String name();

	/**
	 * The certificate as a short text.
	 * @return its brief thumbprint, or the key identifier it will have
	 */
	String brief();

	/** The certificate, as a page shows it. */
	ChangeValue shown();

	/** Its thumbprint in a command, or what stands for it while it is not made. */
	String thumbprintOrPlaceholder();

	/**
	 * A certificate that is there.
	 *
	 * @param thumbprint of it
	 * @param base64 of its DER, so that its key can be sent
	 */
	record Present(String thumbprint, String base64) implements AuthCertificateRef {

		public static Present of(Certificate certificate) {
			return new Present(certificate.thumbprint().value(), certificate.base64());
		}

		/**
		 * A certificate that signed before, where it could sign again.
		 * @param thumbprint of it
		 * @return the certificate, or empty when the entry server does not have it any
		 * more or its time has ended
		 */
		public static Optional<Present> stillValid(String thumbprint, Observation observation) {
			return observation.exchange()
				.seen()
				.stream()
				.flatMap(CertificateStores::onEntryServer)
				.map(ServerCertificate::certificate)
				.filter((certificate) -> certificate.thumbprint().value().equals(thumbprint))
				.filter((certificate) -> certificate.validAt(observation.takenAt()))
				.findFirst()
				.map(Present::of);
		}

		public Certificate certificate() {
			return Certificate.ofBase64(this.base64);
		}

		@Override
		public Optional<Certificate> in(ExchangeState exchange) {
			return Optional.of(certificate());
		}

		@Override
		public String name() {
			return this.thumbprint;
		}

		@Override
		public String brief() {
			return new Thumbprint(this.thumbprint).brief();
		}

		@Override
		public ChangeValue shown() {
			return new ChangeValue.ByThumbprint(new Thumbprint(this.thumbprint),
					Optional.of(StoredMessage.of("change.valid-until", certificate().notAfter())));
		}

		@Override
		public String thumbprintOrPlaceholder() {
			return this.thumbprint;
		}

	}

	/**
	 * A certificate that an earlier change of the same plan makes.
	 *
	 * @param subjectKeyIdentifier by which it is found
	 */
	record ToBeMade(String subjectKeyIdentifier) implements AuthCertificateRef {

		@Override
		public Optional<Certificate> in(ExchangeState exchange) {
			return CertificateStores.withKeyIdentifier(exchange, this.subjectKeyIdentifier).stream().findFirst();
		}

		@Override
		public String name() {
			return this.subjectKeyIdentifier;
		}

		@Override
		public String brief() {
			return this.subjectKeyIdentifier.substring(0, 8) + "…";
		}

		@Override
		public ChangeValue shown() {
			return ChangeValue.words("change.the-new-one");
		}

		@Override
		public String thumbprintOrPlaceholder() {
			return "<Thumbprint>";
		}

	}

}
