package io.hybridge.web;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What all pages share: the time, the addresses, the word "Error" in the title, and that
 * an archived organization is only read.
 */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	@Bean
	@Fallback
	Clock systemClock() {
		return Clock.systemUTC();
	}

	@Bean
	OpenAddresses openAddresses(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new OpenAddresses(mappings);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new ErrorTitleInterceptor());
		registry.addInterceptor(new ReadOnlyInterceptor());
	}

}
