package io.hybridge.web.startup;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnknownPropertyCheckTests {

	@Test
	void namesTheNearestSettingForATypo() {
		assertThatExceptionOfType(UnknownProperty.class).isThrownBy(() -> start("hybridge.security.adress"))
			.satisfies((unknown) -> assertThat(new UnknownPropertyAnalyzer().analyze(unknown).getAction())
				.contains("'hybridge.security.address'"));
		assertThatExceptionOfType(UnknownProperty.class).isThrownBy(() -> start("HYBRIDGE_SECURITY_ADRESS"));
	}

	@Test
	void takesKnownSettingsInEverySpelling() {
		start("hybridge.security.address");
		start("HYBRIDGE_SECURITY_ADDRESS");
		start("hybridge.data");
		start("server.port");
	}

	private void start(String property) {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("command line", Map.of(property, "x")));
			new UnknownPropertyCheck().initialize(context);
		}
	}

}
