package io.hybridge.microsoft365;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/** Settings for tests. */
public final class TestSettings {

	private TestSettings() {
	}

	public static Microsoft365Settings quick() {
		return answeredWithin(Duration.ofSeconds(30));
	}

	public static Microsoft365Settings answeredWithin(Duration readTimeout) {
		return new Microsoft365Settings("", Duration.ofSeconds(10), readTimeout, readTimeout, Duration.ofSeconds(45),
				Duration.ofHours(8), DataSize.ofKilobytes(64));
	}

}
