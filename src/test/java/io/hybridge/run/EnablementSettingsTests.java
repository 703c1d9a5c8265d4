package io.hybridge.run;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.organization.Environment;

import static org.assertj.core.api.Assertions.assertThat;

class EnablementSettingsTests {

	private final EnablementSettings settings = with(Duration.ofSeconds(3), Duration.ofSeconds(60));

	@ParameterizedTest
	@CsvSource({ "0,3", "1,6", "2,12", "3,24", "4,48", "5,60", "6,60" })
	void waitsLongerBeforeEachLook(int looks, int seconds) {
		assertThat(this.settings.pause(looks)).hasSeconds(seconds);
	}

	@Test
	void neverWaitsLongerThanTheLongestPause() {
		assertThat(this.settings.pause(Integer.MAX_VALUE)).hasSeconds(60);
		assertThat(with(Duration.ofMinutes(2), Duration.ofMinutes(1)).pause(0)).hasMinutes(1);
	}

	@Test
	void growsToAThousandfoldAtMost() {
		EnablementSettings patient = with(Duration.ofMillis(1), Duration.ofDays(1));
		assertThat(patient.pause(10)).hasMillis(1024);
		assertThat(patient.pause(64)).hasMillis(1024);
	}

	@Test
	void waitsForTheProbeAsLongAsTheEnvironmentNeeds() {
		assertThat(this.settings.probeWait(Environment.LAB)).hasSeconds(15);
		assertThat(this.settings.probeWait(Environment.LIVE)).hasSeconds(120);
	}

	private static EnablementSettings with(Duration firstLook, Duration longestPause) {
		return new EnablementSettings(Duration.ofMinutes(30), Duration.ofSeconds(60), firstLook, longestPause,
				Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofHours(24), Duration.ofSeconds(120),
				Duration.ofSeconds(15), 3);
	}

}
