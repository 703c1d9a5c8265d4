package io.hybridge.security.address;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says that passwords would go over the network in the clear, and the two ways to mend
 * it.
 */
class ClearDoorAnalyzer extends AbstractFailureAnalyzer<ClearDoor.InTheClear> {

	@Override
	protected FailureAnalysis analyze(Throwable root, ClearDoor.InTheClear cause) {
		return new FailureAnalysis(
				"The console would serve %s without TLS, and passwords would go over the network in the clear."
					.formatted(cause.address()),
				"Give it a certificate (server.ssl.bundle, see docs/manual.md), or name the proxy in front of it that "
						+ "has one (--hybridge.security.proxies=<IP address>), or serve this machine only "
						+ "(--server.address=127.0.0.1).",
				cause);
	}

}
