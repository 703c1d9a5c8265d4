package io.hybridge.run.status;

import java.time.Instant;

/**
 * Something that ends, or takes over, on a day that is known.
 *
 * @param kind what it is
 * @param name which one: a thumbprint or a version of Exchange
 * @param at when
 */
public record Expiry(Kind kind, String name, Instant at) {

	/** What ends. */
	public enum Kind {

		AUTH_CERTIFICATE("auth-certificate"), NEXT_CERTIFICATE("next-certificate"), TENANT_KEY("tenant-key"),
		EXCHANGE_SUPPORT("exchange-support");

		private final String slug;

		Kind(String slug) {
			this.slug = slug;
		}

		/** Key below {@code monitoring.expiry.} in the messages. */
		public String slug() {
			return this.slug;
		}

	}

}
