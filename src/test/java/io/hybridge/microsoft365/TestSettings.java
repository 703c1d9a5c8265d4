package io.hybridge.microsoft365;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/** Settings with short times. */
final class TestSettings {

	private TestSettings() {
	}

	static Microsoft365Settings quick() {
		return new Microsoft365Settings("", Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(45),
				Duration.ofHours(8), DataSize.ofKilobytes(64));
	}

}
