package io.hybridge.support;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts a {@link MutableClock} in the place of the console's clock. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

	@Bean
	@Primary
	MutableClock mutableClock() {
		return new MutableClock();
	}

	/** Contexts are shared between tests, so each test starts at the same moment. */
	static class Reset implements BeforeEachCallback {

		@Override
		public void beforeEach(ExtensionContext context) {
			SpringExtension.getApplicationContext(context)
				.getBeanProvider(MutableClock.class)
				.ifAvailable(MutableClock::reset);
		}

	}

}
