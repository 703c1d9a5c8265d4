package io.hybridge.exchange.ladder;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.util.Map.entry;

/** Tells from a failure's code how far up the ladder a call had come. */
public final class FailedRung {

	private static final Map<Rung, String> CODES = Map.ofEntries(entry(Rung.NAME, "name-unknown"),
			entry(Rung.PORT, "unreachable ssh-unreachable"),
			entry(Rung.TLS, "certificate-refused certificate-changed tls-refused"),
			entry(Rung.HOST_KEY, "host-key-changed host-key-unknown not-ssh ssh-not-agreed"),
			entry(Rung.SIGN_IN,
					"sign-in-refused basic-not-offered no-sign-in-offered client-certificate-refused key-file-missing"
							+ " key-file-unusable key-store-unusable negotiate-not-offered ntlm-refused ntlm-unusable"
							+ " sign-in-unreadable server-not-proved connection-not-kept answer-not-sealed sign-in-rests"
							+ " kerberos-account-unknown kerberos-service-unknown kerberos-no-common-encryption"
							+ " kerberos-account-locked kerberos-password-expired kerberos-password-wrong"
							+ " kerberos-clock-skew kerberos-no-kdc kerberos-keytab-unusable kerberos-refused"
							+ " kerberos-failed ssh-sign-in-refused ssh-sign-in-not-offered"),
			entry(Rung.SHELL, "access-denied remote-shells-forbidden asked-to-wait shell-gone ssh-channel-refused"),
			entry(Rung.POWERSHELL,
					"no-result too-late too-much-output answer-unreadable program-not-found program-not-started"),
			entry(Rung.SESSION,
					"session-failed session-refused sessions-used-up session-lost wrong-principal no-logon-server"
							+ " scripts-must-be-signed"),
			entry(Rung.RIGHTS, "rights-missing command-missing argument-refused access-refused directory-unavailable"
					+ " script-failed"));

	private static final Map<String, Rung> BY_CODE = CODES.entrySet()
		.stream()
		.flatMap(
				(rung) -> Stream.of(rung.getValue().split(" ")).map((code) -> entry("exchange." + code, rung.getKey())))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	private FailedRung() {
	}

	/**
	 * The rung that did not hold.
	 * @param code of a failure
	 * @return the rung, or empty where the code does not tell it
	 */
	public static Optional<Rung> of(String code) {
		return Optional.ofNullable(BY_CODE.get(code));
	}

}
