package io.hybridge.run.status;

import java.time.Instant;

/**
 * Something that ends, or takes over, on a day that is known.
 *
 * @param kind what it is
 * @param name which one: a thumbprint, a version of Exchange or a service
 * @param at when
 */
public record Expiry(Kind kind, String name, Instant at) {

	private static final String BLOG = "https://techcommunity.microsoft.com/blog/exchange/";

	/** Where Microsoft has announced the day, or null where a look saw it. */
	public String source() {
		return switch (this.kind) {
			case AUTH_CERTIFICATE, NEXT_CERTIFICATE, TENANT_KEY -> null;
			case EXCHANGE_SUPPORT ->
				"https://learn.microsoft.com/lifecycle/products/" + this.name.replace("Exchange ", "exchange-server-");
			case UPDATES_SOLD -> BLOG + "reminder-exchange-2016-and-2019-esu-program-ends-in-october-2026/4539033";
			case EWS_END -> BLOG + "exchange-online-ews-your-time-is-almost-up/4492361";
		};
	}

	/** What ends. */
	public enum Kind {

		AUTH_CERTIFICATE("auth-certificate"), NEXT_CERTIFICATE("next-certificate"), TENANT_KEY("tenant-key"),
		EXCHANGE_SUPPORT("exchange-support"),
		/** What can be bought beyond the end of support. */
		UPDATES_SOLD("updates-sold"), EWS_END("ews-end");

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
