package io.hybridge.exchange.ladder;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.util.Map.entry;

/** Tells from a failure's code how far up the ladder a call had come. */
final class FailedRung {

	private static final Map<Rung, String> CODES = Map.ofEntries(entry(Rung.NAME, "name-unknown"),
			entry(Rung.PORT, "unreachable"), entry(Rung.TLS, "certificate-refused tls-refused"),
			entry(Rung.SIGN_IN, "sign-in-refused basic-not-offered no-sign-in-offered"),
			entry(Rung.SHELL,
					"access-denied remote-shells-forbidden asked-to-wait not-winrm server-error fault no-answer shell-gone"
							+ " connection-lost interrupted deadline"),
			entry(Rung.POWERSHELL, "no-result too-much-output answer-unreadable"),
			entry(Rung.SESSION,
					"session-failed session-refused sessions-used-up wrong-principal no-logon-server"
							+ " scripts-must-be-signed no-exchange-account"),
			entry(Rung.RIGHTS, "command-missing argument-refused access-refused script-failed"));

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
	 * @return the rung; the one of the sign-in where the code says nothing of it
	 */
	static Rung of(String code) {
		return BY_CODE.getOrDefault(code, Rung.SHELL);
	}

}
