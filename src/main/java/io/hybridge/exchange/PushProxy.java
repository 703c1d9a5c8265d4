package io.hybridge.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.hybridge.exchange.ExchangeAnswer.Field;

/**
 * What one look saw of the push proxy, which no cmdlet reads.
 *
 * @param shown the record that {@code Enable-PushNotificationProxy -WhatIf} wrote, or
 * empty when it wrote none
 * @param evidence what came instead of a record, word for word
 * @param entry its object in the directory
 */
public record PushProxy(Optional<Shown> shown, String evidence, Entry entry) {

	/** A record that a cmdlet wrote; with {@code -WhatIf} it is the cmdlet's own copy. */
	public record Shown(boolean enabled, String organization, String uri, List<Field> fields) {

		/**
		 * Reads a record.
		 * @param fields as the cmdlet wrote them
		 * @return the record, or empty when none of them says whether it is enabled
		 */
		public static Optional<Shown> of(List<Field> fields) {
			return value(fields, "Enabled").map((enabled) -> new Shown("True".equalsIgnoreCase(enabled),
					value(fields, "Organization").orElse(""), value(fields, "Uri").orElse(""), fields));
		}

		private static Optional<String> value(List<Field> fields, String name) {
			return fields.stream().filter((field) -> field.name().equals(name)).map(Field::value).findFirst();
		}

	}

	/** The object in the directory; none of its documented attributes tells the flag. */
	public sealed interface Entry {

		/**
		 * The object is there.
		 *
		 * @param created when it was made
		 * @param stamp when it was changed last
		 */
		record Found(Instant created, Stamp stamp) implements Entry {
		}

		/**
		 * The directory knows no such object, or does not show it to this account.
		 *
		 * @param evidence the directory's words
		 */
		record Missing(String evidence) implements Entry {
		}

		/**
		 * The directory could not be asked.
		 *
		 * @param evidence why not, word for word
		 */
		record Unreadable(String evidence) implements Entry {
		}

	}

	/**
	 * When the object was changed last, which every domain controller dates by itself.
	 *
	 * @param domainController whose date it is, in lower case
	 * @param changed to the second, as the directory keeps it
	 */
	public record Stamp(String domainController, Instant changed) {

		public Stamp {
			domainController = domainController.toLowerCase(Locale.ROOT);
			changed = changed.truncatedTo(ChronoUnit.SECONDS);
		}

	}

}
