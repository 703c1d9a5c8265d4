package io.hybridge.exchange.winrm.kerberos;

import java.util.Optional;

import org.ietf.jgss.ChannelBinding;

/**
 * The Java runtime's own binding to TLS. The public class writes an address type that
 * Windows does not expect, so that a strict server, and even a lenient one, refuses it.
 * This one is reached only where the package is exported, as the jar's manifest asks.
 */
final class TlsBinding {

	private static final String TYPE = "sun.security.jgss.krb5.internal.TlsChannelBindingImpl";

	private TlsBinding() {
	}

	/** Whether the package is exported to us. */
	static boolean isThere() {
		return of(new io.hybridge.exchange.winrm.signin.ChannelBinding(new byte[0])).isPresent();
	}

	/**
	 * A binding that JGSS takes.
	 * @param binding to TLS, or null without
	 * @return empty also where the package is not exported: better none than a wrong one
	 */
	static Optional<ChannelBinding> of(io.hybridge.exchange.winrm.signin.ChannelBinding binding) {
		if (binding == null) {
			return Optional.empty();
		}
		try {
			return Optional.of((ChannelBinding) Class.forName(TYPE)
				.getConstructor(byte[].class)
				.newInstance((Object) binding.applicationData()));
		}
		catch (ReflectiveOperationException ex) {
			return Optional.empty();
		}
	}

}
