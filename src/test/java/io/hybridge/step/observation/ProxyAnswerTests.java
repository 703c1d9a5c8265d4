package io.hybridge.step.observation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.exchange.PushProxy.Stamp;

import static org.assertj.core.api.Assertions.assertThat;

class ProxyAnswerTests {

	private static final String BEFORE = "2026-11-24T08:00:00.0000000Z";

	private static final String AFTER = "2026-11-24T09:30:00.0000000Z";

	@Test
	void believesTheRecordBeforeTheIntent() {
		ProxyAnswer answer = answered(Map.of("Enabled", "False", "Organization", "contoso.com"));
		assertThat(answer.enabled()).isFalse();
		assertThat(answer.organization()).isEqualTo("contoso.com");
	}

	@Test
	void takesTheIntentWhereTheCmdletWroteNoRecord() {
		ProxyAnswer answer = answered(Map.of("DirectoryEvidence", "Access is denied."));
		assertThat(answer).isEqualTo(new ProxyAnswer(true, "fabrikam.com", Set.of(), false));
	}

	@Test
	void keepsNoDateOfADirectoryThatLagsBehindTheRecord() {
		ProxyAnswer answer = answered(Map.of("OriginatingServer", "DC1.fabrikam.com", "WhenChangedUTC", AFTER,
				"WhenChanged", "27.08.2013 19:23:47", "DirectoryServer", "dc2.fabrikam.com", "DirectoryChangedBefore",
				BEFORE, "DirectoryChangedAfter", BEFORE));
		assertThat(answer.stamps()).as("dc2 lags behind: its date will be another one and nobody's deed")
			.containsExactly(new Stamp("dc1.fabrikam.com", Instant.parse("2026-11-24T09:30:00Z")));
		assertThat(answer.movedNothing()).as("the record knows of a later date").isFalse();
	}

	@Test
	void keepsTheDateOfADirectoryThatMoved() {
		ProxyAnswer answer = answered(
				Map.of("OriginatingServer", "dc1.fabrikam.com", "WhenChangedUTC", AFTER, "DirectoryServer",
						"dc2.fabrikam.com", "DirectoryChangedBefore", BEFORE, "DirectoryChangedAfter", AFTER));
		assertThat(answer.stamps()).containsExactlyInAnyOrder(
				new Stamp("dc1.fabrikam.com", Instant.parse("2026-11-24T09:30:00Z")),
				new Stamp("dc2.fabrikam.com", Instant.parse("2026-11-24T09:30:00Z")));
	}

	@Test
	void saysThatNothingMovedWhereEveryDateIsThatOfBefore() {
		assertThat(answered(Map.of("OriginatingServer", "dc1.fabrikam.com", "WhenChangedUTC", BEFORE, "DirectoryServer",
				"dc1.fabrikam.com", "DirectoryChangedBefore", BEFORE, "DirectoryChangedAfter", BEFORE))
			.movedNothing()).isTrue();
	}

	@Test
	void doesNotSayThatNothingMovedWhereTheDirectoryWasReadOnce() {
		Map<String, String> once = Map.of("DirectoryServer", "dc1.fabrikam.com", "DirectoryChangedBefore", "",
				"DirectoryChangedAfter", AFTER);
		assertThat(answered(once).movedNothing()).isFalse();
		assertThat(answered(Map.of()).movedNothing()).isFalse();
	}

	@Test
	void leavesOutADateThatIsWrittenInTheWayOfACulture() {
		assertThat(answered(Map.of("OriginatingServer", "dc1.fabrikam.com", "WhenChangedUTC", "8/28/2013 2:23:47 AM"))
			.stamps()).isEmpty();
	}

	private static ProxyAnswer answered(Map<String, String> fields) {
		List<Field> written = fields.entrySet()
			.stream()
			.map((field) -> new Field(field.getKey(), field.getValue()))
			.toList();
		return ProxyAnswer.of(true, "fabrikam.com", written);
	}

}
