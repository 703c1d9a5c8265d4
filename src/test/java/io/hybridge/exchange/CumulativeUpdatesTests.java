package io.hybridge.exchange;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.CumulativeUpdates.Assessment;
import io.hybridge.exchange.CumulativeUpdates.Update;

import static org.assertj.core.api.Assertions.assertThat;

class CumulativeUpdatesTests {

	private final CumulativeUpdates updates = CumulativeUpdates.load();

	@ParameterizedTest
	@CsvSource({ "15.0.712.24,TooOld", "15.0.775.37,TooOld", "15.0.775.38,Meets", "15.0.775.41,Meets",
			"15.0.847.32,Meets", "15.0.1497.48,Meets", "15.0.1497.49,MeetsNewerThanTable", "14.3.123.4,TooOld",
			"14.3.9999.9999,TooOld", "15.1.225.42,Meets", "15.1.2507.72,Meets", "15.1.2507.73,MeetsNewerThanTable",
			"15.2.221.12,Meets", "15.2.1748.49,Meets", "15.2.1748.50,MeetsNewerThanTable", "15.2.2562.46,Meets",
			"15.2.2600.1,MeetsNewerThanTable", "15.3.1.1,MeetsNewerThanTable", "16.0.1.1,MeetsNewerThanTable" })
	void judgesByTheBuildThatPushNotificationsNeed(String build, String verdict) {
		assertThat(assess(build).verdict().getClass().getSimpleName()).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource({ "15.0.712.24,CU2,2013-07-09,Exchange Server 2013", "15.0.775.38,CU3,2013-11-25,Exchange Server 2013",
			"15.0.847.32,SP1 (CU4),2014-02-25,Exchange Server 2013", "15.0.1497.2,CU23,2019-06-18,Exchange Server 2013",
			"15.2.2562.17,RTM,2025-07-01,Exchange Server SE" })
	void namesAnUpdateWithItsDate(String build, String name, LocalDate day, String product) {
		Assessment assessment = assess(build);
		assertThat(assessment.update().orElseThrow().name()).isEqualTo(name);
		assertThat(assessment.update().orElseThrow().day()).contains(day);
		assertThat(assessment.product().orElseThrow().name()).isEqualTo(product);
	}

	@Test
	void aSecurityUpdateHasAMonth() {
		Update update = assess("15.0.1497.44").update().orElseThrow();
		assertThat(update.name()).isEqualTo("CU23 Nov22SU");
		assertThat(update.month()).isEqualTo(YearMonth.of(2022, 11));
		assertThat(update.day()).isEmpty();
	}

	@Test
	void anUnlistedBuildIsNearAKnownOneOrNone() {
		assertThat(assess("15.0.775.41").update()).isEmpty();
		assertThat(assess("15.0.775.41").nearest().map(Update::name)).contains("CU3");
		assertThat(assess("15.0.900.1").nearest()).isEmpty();
	}

	@Test
	void tellsWhatIsOutOfSupport() {
		LocalDate today = LocalDate.of(2026, 11, 24);
		assertThat(assess("15.0.1497.2").product().orElseThrow().supportEnded()).contains(LocalDate.of(2023, 4, 11));
		assertThat(assess("15.0.1497.2").product().orElseThrow().supportedOn(LocalDate.of(2023, 4, 11))).isTrue();
		assertThat(assess("15.0.1497.2").product().orElseThrow().supportedOn(LocalDate.of(2023, 4, 12))).isFalse();
		assertThat(assess("15.1.2507.72").product().orElseThrow().extendedUntil()).contains(YearMonth.of(2026, 10));
		assertThat(assess("15.2.1748.49").product().orElseThrow().supportedOn(today)).isFalse();
		assertThat(assess("15.2.2562.46").product().orElseThrow().supportedOn(today)).isTrue();
		assertThat(assess("16.0.1.1").product()).isEqualTo(Optional.empty());
	}

	@Test
	void theTableHasADayAndEveryBuildBelongsToAProduct() {
		assertThat(this.updates.capturedOn()).isEqualTo(LocalDate.of(2026, 8, 31));
		assertThat(this.updates.updates()).hasSize(103)
			.isSortedAccordingTo((one, other) -> one.build().compareTo(other.build()))
			.allSatisfy((update) -> assertThat(this.updates.assess(update.build()).product()).isPresent());
	}

	private Assessment assess(String build) {
		return this.updates.assess(ServerBuild.parse(build).orElseThrow());
	}

}
