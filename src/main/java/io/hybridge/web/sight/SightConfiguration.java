package io.hybridge.web.sight;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Before every page, and before whatever else stands there. */
@Configuration(proxyBeanMethods = false)
class SightConfiguration implements WebMvcConfigurer {

	private final ObjectProvider<Belongings> belongings;

	SightConfiguration(ObjectProvider<Belongings> belongings) {
		this.belongings = belongings;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new SightInterceptor(this.belongings)).order(Ordered.HIGHEST_PRECEDENCE);
	}

}
