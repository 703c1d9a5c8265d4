package io.hybridge.microsoft365.http;

import java.time.Clock;
import java.util.Random;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.hybridge.microsoft365.Microsoft365Settings;

/** What the cloud half needs beside its components. */
@Configuration(proxyBeanMethods = false)
class Microsoft365Configuration {

	@Bean
	ReadRetry readRetry(Microsoft365Settings settings, Clock clock) {
		return new ReadRetry(clock, settings.retryReads(), Thread::sleep, new Random());
	}

}
