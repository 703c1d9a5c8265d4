package io.hybridge.enablement;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.hybridge.organization.Organization;

/** Looks at all four steps of an organization whose registration asked for it. */
@Component
class CheckAfterRegistration {

	private final Enablement enablement;

	CheckAfterRegistration(Enablement enablement) {
		this.enablement = enablement;
	}

	@EventListener
	void check(Organization.CheckAsked news) {
		this.enablement.checkAll(news.organization(), news.person());
	}

}
