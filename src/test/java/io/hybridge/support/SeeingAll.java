package io.hybridge.support;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

import io.hybridge.web.sight.Sight;

/** As somebody whose right is limited to no organization. */
@Retention(RetentionPolicy.RUNTIME)
@WithSecurityContext(factory = SeeingAll.Factory.class)
public @interface SeeingAll {

	/** Signs that person in. */
	class Factory implements WithSecurityContextFactory<SeeingAll> {

		@Override
		public SecurityContext createSecurityContext(SeeingAll annotation) {
			Sight.Holder person = () -> Sight.ALL;
			return new SecurityContextImpl(new TestingAuthenticationToken(person, "", "ROLE_USER"));
		}

	}

}
