package io.hybridge.exchange.bundle;

import java.util.Locale;
import java.util.TreeMap;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.powershell.ScriptCall;

/** By what a call is known again when the run goes on. */
final class CallMark {

	private static final JsonMapper JSON = JsonMapper.shared();

	private CallMark() {
	}

	/** The SHA-256 of server, script and values. */
	static String of(ScriptCall call) {
		return DigestUtils.sha256Hex(call.server().toLowerCase(Locale.ROOT) + "\n" + call.script().name() + "\n"
				+ JSON.writeValueAsString(new TreeMap<>(call.arguments())));
	}

}
