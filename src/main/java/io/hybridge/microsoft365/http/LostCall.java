package io.hybridge.microsoft365.http;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Phase;

/** Tells from an exception how far a call without an answer came. */
public final class LostCall {

	private LostCall() {
	}

	public static RemoteFailure explain(String subject, boolean write, URI uri, Throwable trouble) {
		String evidence = uri + "\n" + words(trouble);
		if (among(trouble, UnresolvedAddressException.class, UnknownHostException.class)) {
			return RemoteFailure.withoutEffect(subject, Phase.NAME, "microsoft365.name", evidence).causedBy(trouble);
		}
		if (among(trouble, HttpConnectTimeoutException.class, ConnectException.class)) {
			return RemoteFailure.withoutEffect(subject, Phase.CONNECT, "microsoft365.connect", evidence)
				.causedBy(trouble)
				.worthRetrying();
		}
		if (among(trouble, SSLHandshakeException.class, SSLPeerUnverifiedException.class)) {
			return RemoteFailure.withoutEffect(subject, Phase.TLS, "microsoft365.tls", evidence).causedBy(trouble);
		}
		String code = among(trouble, HttpTimeoutException.class, SocketTimeoutException.class) ? "microsoft365.timeout"
				: "microsoft365.connection-lost";
		return write ? RemoteFailure.withPossibleEffect(subject, Phase.ANSWER, code, evidence).causedBy(trouble)
				: RemoteFailure.withoutEffect(subject, Phase.ANSWER, code, evidence).causedBy(trouble).worthRetrying();
	}

	private static String words(Throwable trouble) {
		Throwable root = trouble;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		return root.getClass().getSimpleName() + ((root.getMessage() != null) ? ": " + root.getMessage() : "");
	}

	private static boolean among(Throwable trouble, Class<?>... kinds) {
		for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
			for (Class<?> kind : kinds) {
				if (kind.isInstance(cause)) {
					return true;
				}
			}
		}
		return false;
	}

}
