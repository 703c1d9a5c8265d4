package io.hybridge.security.address;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The door is before everything else. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

	@Bean
	FilterRegistrationBean<DoorFilter> door(HostNames names, MessageSource messages) {
		FilterRegistrationBean<DoorFilter> door = new FilterRegistrationBean<>(new DoorFilter(names, messages));
		door.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return door;
	}

}
