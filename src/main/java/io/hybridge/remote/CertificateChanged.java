package io.hybridge.remote;

import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;

/** A server shows another certificate than the one that was compared. */
public final class CertificateChanged extends CertificateException {

	CertificateChanged(String accepted, String presented) {
		super("SHA-256 accepted: " + accepted + ", presented: " + presented);
	}

	/** Finds it among an exception and its causes. */
	public static Optional<CertificateChanged> in(Throwable exception) {
		return Stream.iterate(exception, (cause) -> cause != null, Throwable::getCause)
			.limit(8)
			.filter(CertificateChanged.class::isInstance)
			.map(CertificateChanged.class::cast)
			.findFirst();
	}

}
