package io.hybridge.audit.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;
import org.springframework.web.util.UriComponentsBuilder;

import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;

/**
 * The filter as typed and as it stands in the address. What cannot be read gives an error
 * beside its field and is left out, so the list stays.
 *
 * @param organization id of one, 0 for the console
 * @param person whole name
 * @param kind as {@code sign-in}
 * @param outcome as {@code not-done}
 * @param from day, or day and time
 * @param until day that is included, or day and time that is not
 */
record AuditFilterForm(String organization, String person, String kind, String outcome, String from, String until) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
		.withResolverStyle(ResolverStyle.STRICT);

	static final AuditFilterForm EMPTY = new AuditFilterForm(null, null, null, null, null, null);

	static AuditFilterForm ofKind(AuditKind kind) {
		return new AuditFilterForm(null, null, AuditSentence.key(kind), null, null, null);
	}

	static AuditFilterForm ofOutcome(AuditOutcome outcome) {
		return new AuditFilterForm(null, null, null, AuditSentence.key(outcome), null, null);
	}

	static AuditFilterForm ofPerson(String name) {
		return new AuditFilterForm(null, name, null, null, null, null);
	}

	static AuditFilterForm since(LocalDate day) {
		return new AuditFilterForm(null, null, null, null, day.toString(), null);
	}

	boolean isEmpty() {
		return address().equals(EMPTY.address());
	}

	/** The list under this filter; the way back from an address to the same form. */
	String address() {
		return address(null, null);
	}

	String address(String position, Long id) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
		add(address, "organization", this.organization);
		add(address, "person", this.person);
		add(address, "kind", this.kind);
		add(address, "outcome", this.outcome);
		add(address, "from", this.from);
		add(address, "until", this.until);
		if (id != null) {
			address.queryParam(position, id);
		}
		return address.encode().build().toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, String value) {
		if (StringUtils.hasText(value)) {
			address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value.strip()));
		}
	}

	AuditFilter read(ZoneId zone, Errors errors) {
		Instant from = read("from", this.from, "time", (typed) -> instant(typed, zone, 0), errors);
		Instant until = read("until", this.until, "time", (typed) -> instant(typed, zone, 1), errors);
		if (from != null && until != null && until.isBefore(from)) {
			errors.rejectValue("until", "audit.filter.error.order");
			until = null;
		}
		return new AuditFilter(read("organization", this.organization, "organization", AuditFilterForm::chain, errors),
				read("person", this.person, "person", AuditFilterForm::name, errors),
				read("kind", this.kind, "kind", (typed) -> constant(AuditKind.class, typed), errors),
				read("outcome", this.outcome, "outcome", (typed) -> constant(AuditOutcome.class, typed), errors), from,
				until);
	}

	private static <T> T read(String field, String typed, String rule, Function<String, T> reader, Errors errors) {
		if (!StringUtils.hasText(typed)) {
			return null;
		}
		try {
			return reader.apply(typed.strip());
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			errors.rejectValue(field, "audit.filter.error." + rule);
			return null;
		}
	}

	private static Long chain(String typed) {
		if (!typed.matches("[0-9]{1,18}")) {
			throw new IllegalArgumentException(typed);
		}
		return Long.valueOf(typed);
	}

	private static String name(String typed) {
		if (typed.length() > 200) {
			throw new IllegalArgumentException("Too long");
		}
		return typed;
	}

	private static <E extends Enum<E>> E constant(Class<E> type, String typed) {
		return Enum.valueOf(type, typed.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	private static Instant instant(String typed, ZoneId zone, int daysLater) {
		if (typed.length() <= 10) {
			return LocalDate.parse(typed, DAY).plusDays(daysLater).atStartOfDay(zone).toInstant();
		}
		return LocalDateTime.parse(typed.replace('T', ' '), MINUTE).atZone(zone).toInstant();
	}

}
