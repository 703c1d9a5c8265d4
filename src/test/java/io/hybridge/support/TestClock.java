package io.hybridge.support;

import java.util.Map;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.util.ReflectionTestUtils;

import io.hybridge.security.stranger.Attempts;

/** Puts a {@link MutableClock} in the place of the console's clock. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

	@Bean
	@Primary
	MutableClock mutableClock() {
		return new MutableClock();
	}

	/**
	 * Contexts are shared between tests, so each test starts at the same moment, and
	 * nobody has tried anything before.
	 */
	static class Reset implements BeforeEachCallback {

		@Override
		public void beforeEach(ExtensionContext context) {
			SpringExtension.getApplicationContext(context)
				.getBeanProvider(MutableClock.class)
				.ifAvailable(MutableClock::reset);
			SpringExtension.getApplicationContext(context)
				.getBeanProvider(Attempts.class)
				.ifAvailable((attempts) -> ((Map<?, ?>) ReflectionTestUtils.getField(attempts, "counts")).clear());
		}

	}

}
