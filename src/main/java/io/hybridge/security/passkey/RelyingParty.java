package io.hybridge.security.passkey;

import java.net.URI;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import org.springframework.stereotype.Component;

import io.hybridge.security.address.ConsoleAddress;

/**
 * Looks at what browsers answer, as the console that they know by its own address: for
 * which page it was signed, what was to be signed, and with which key.
 */
@Component
class RelyingParty {

	private final ConsoleAddress address;

	private final ObjectConverter converter = new ObjectConverter();

	private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(this.converter);

	private final AttestationObjectConverter attestations = new AttestationObjectConverter(this.converter);

	RelyingParty(ConsoleAddress address) {
		this.address = address;
	}

	/** The name that passkeys are bound to. */
	String host() {
		return URI.create(this.address.of("/")).getHost();
	}

	/**
	 * The key that a browser has made.
	 * @param asked whether it was asked to sign that challenge
	 * @return empty for anything else
	 */
	Optional<PublicKey> made(String answer, Predicate<byte[]> asked) {
		return unless(() -> this.manager.parseRegistrationResponseJSON(answer))
			.filter((data) -> asked.test(challenge(data.getCollectedClientData())))
			.flatMap((data) -> unless(() -> made(data)));
	}

	private PublicKey made(RegistrationData data) {
		this.manager.verify(data,
				new RegistrationParameters(server(data.getCollectedClientData().getChallenge()), null, false, true));
		return key(data);
	}

	/**
	 * What a browser has signed.
	 * @param asked whether it was asked to sign that challenge
	 * @param known the key by its name
	 */
	Use used(String answer, Predicate<byte[]> asked, Function<String, Optional<PublicKey>> known) {
		return unless(() -> this.manager.parseAuthenticationResponseJSON(answer))
			.filter((data) -> asked.test(challenge(data.getCollectedClientData())))
			.flatMap(
					(data) -> known.apply(text(data.getCredentialId())).flatMap((key) -> unless(() -> used(data, key))))
			.orElse(Use.NONE);
	}

	private Use used(AuthenticationData data, PublicKey key) {
		CredentialRecordImpl record = new CredentialRecordImpl(this.attestations.convert(key.attestation()), null, null,
				null);
		record.setCounter(key.signatures());
		try {
			this.manager.verify(data, new AuthenticationParameters(server(data.getCollectedClientData().getChallenge()),
					record, null, false, true));
			return new Use(Use.Kind.RIGHT, key.credential(), data.getAuthenticatorData().getSignCount());
		}
		catch (MaliciousCounterValueException ex) {
			return new Use(Use.Kind.COPIED, key.credential(), 0);
		}
	}

	/** Whatever the library makes of what a stranger sent: an answer, or none. */
	private static <T> Optional<T> unless(Supplier<T> reading) {
		try {
			return Optional.of(reading.get());
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static byte[] challenge(CollectedClientData client) {
		return (client != null && client.getChallenge() != null) ? client.getChallenge().getValue() : new byte[0];
	}

	private ServerProperty server(Challenge challenge) {
		return ServerProperty.builder()
			.origin(Origin.create(this.address.of("")))
			.rpId(host())
			.challenge(challenge)
			.build();
	}

	private static PublicKey key(RegistrationData data) {
		Set<AuthenticatorTransport> transports = Optional.ofNullable(data.getTransports()).orElse(Set.of());
		return new PublicKey(
				text(data.getAttestationObject().getAuthenticatorData().getAttestedCredentialData().getCredentialId()),
				data.getAttestationObjectBytes(), known(transports.stream().map(AuthenticatorTransport::getValue)),
				data.getAttestationObject().getAuthenticatorData().getSignCount());
	}

	/** Of what a browser said only what is a word of the standard. */
	private static String known(Stream<String> transports) {
		return transports.filter(Set.of("ble", "hybrid", "internal", "nfc", "smart-card", "usb")::contains)
			.sorted(Comparator.naturalOrder())
			.collect(Collectors.joining(","));
	}

	private static String text(byte[] id) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
	}

	/**
	 * What came of it.
	 *
	 * @param kind whether it is right
	 * @param credential that signed
	 * @param signatures it has made so far
	 */
	record Use(Kind kind, String credential, long signatures) {

		static final Use NONE = new Use(Kind.WRONG, "", 0);

		/** Whether a signature is right. */
		enum Kind {

			RIGHT, WRONG,
			/** The count went back: there are two that count. */
			COPIED

		}

	}

}
