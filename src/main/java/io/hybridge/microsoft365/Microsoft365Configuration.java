package io.hybridge.microsoft365;

import java.time.Clock;
import java.util.Random;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the cloud half needs beside its components. */
@Configuration(proxyBeanMethods = false)
class Microsoft365Configuration {

	@Bean
	Patience patience(Microsoft365Settings settings, Clock clock) {
		return new Patience(clock, settings.patience(), Thread::sleep, new Random());
	}

}
