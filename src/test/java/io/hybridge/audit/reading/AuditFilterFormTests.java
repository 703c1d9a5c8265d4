package io.hybridge.audit.reading;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.Errors;
import org.springframework.validation.SimpleErrors;

import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class AuditFilterFormTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	@Test
	void readsEveryField() {
		AuditFilterForm form = new AuditFilterForm("12", " Petra Kern ", "sign-in", "not-done", "2026-11-24",
				"2026-11-24 14:05");
		Errors errors = errors(form);
		assertThat(form.read(BERLIN, errors)).isEqualTo(new AuditFilter(12L, "Petra Kern", AuditKind.SIGN_IN,
				AuditOutcome.NOT_DONE, Instant.parse("2026-11-23T23:00:00Z"), Instant.parse("2026-11-24T13:05:00Z")));
		assertThat(errors.hasErrors()).isFalse();
	}

	@Test
	void includesTheDayNamedAsTheEnd() {
		AuditFilterForm form = new AuditFilterForm(null, null, null, null, null, "2026-11-24");
		assertThat(form.read(BERLIN, errors(form)).until()).isEqualTo(Instant.parse("2026-11-24T23:00:00Z"));
	}

	@ParameterizedTest
	@CsvSource({ "organization,Fabrikam", "organization,-1", "kind,drop-table", "outcome,good", "from,24.11.2026",
			"from,2026-02-30", "until,yesterday", "until,2026-11-24 25:00", "from,99999-01-01" })
	void leavesOutWhatItCannotReadAndSaysSoBesideTheField(String field, String typed) {
		AuditFilterForm form = new AuditFilterForm(typed(field, "organization", typed), null,
				typed(field, "kind", typed), typed(field, "outcome", typed), typed(field, "from", typed),
				typed(field, "until", typed));
		Errors errors = errors(form);
		assertThat(form.read(BERLIN, errors)).isEqualTo(new AuditFilter(null, null, null, null, null, null));
		assertThat(errors.getFieldErrors()).extracting((error) -> error.getField()).containsExactly(field);
	}

	@Test
	void refusesAnEndBeforeTheBeginning() {
		AuditFilterForm form = new AuditFilterForm(null, null, null, null, "2026-11-24", "2026-11-01");
		Errors errors = errors(form);
		assertThat(form.read(BERLIN, errors).until()).isNull();
		assertThat(errors.getFieldError("until").getCode()).isEqualTo("audit.filter.error.order");
	}

	@Test
	void keepsTheFilterInTheAddressWhateverWasTyped() {
		AuditFilterForm form = new AuditFilterForm("0", "Kern & Söhne {x} +%?#", null, null, "2026-11-24 14:05", "");
		assertThat(form.address("before", 41L)).isEqualTo("/audit?organization=0"
				+ "&person=Kern%20%26%20S%C3%B6hne%20%7Bx%7D%20%2B%25%3F%23&from=2026-11-24%2014%3A05&before=41");
	}

	private static String typed(String field, String name, String typed) {
		return field.equals(name) ? typed : null;
	}

	private static Errors errors(AuditFilterForm form) {
		return new SimpleErrors(form, "filter");
	}

}
