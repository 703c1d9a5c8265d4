package io.hybridge.exchange.link;

import java.util.Locale;

import io.hybridge.remote.Trust;

/** Who vouches for a server's certificate. The name in it is checked in any case. */
public sealed interface PeerTrust {

	/** What a TLS client believes with it. */
	default Trust trust() {
		return switch (this) {
			case Runtime runtime -> Trust.inTheRuntime();
			case Authorities authorities -> Trust.in(authorities.pem());
			case Pinned pinned -> Trust.inOneCertificate(pinned.sha256());
		};
	}

	/** The authorities of the Java runtime. */
	record Runtime() implements PeerTrust {
	}

	/**
	 * Only these authorities.
	 *
	 * @param pem one or more certificates
	 */
	record Authorities(String pem) implements PeerTrust {
	}

	/**
	 * An administrator, who compared this one certificate.
	 *
	 * @param sha256 of its DER, 64 hexadecimal digits in lower case
	 */
	record Pinned(String sha256) implements PeerTrust {

		public Pinned {
			sha256 = sha256.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
			if (!sha256.matches("[0-9a-f]{64}")) {
				throw new IllegalArgumentException("A SHA-256 has 64 hexadecimal digits");
			}
		}

	}

}
