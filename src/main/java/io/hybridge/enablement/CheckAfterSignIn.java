package io.hybridge.enablement;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.enablement.offer.NotOffered;
import io.hybridge.microsoft365.signin.SignIns;
import io.hybridge.step.StepName;

/**
 * Looks at the tenant by itself once somebody has signed in to it, because that is what
 * the sign-in was for.
 */
@Component
class CheckAfterSignIn {

	private final Enablement enablement;

	private final TransactionTemplate afterwards;

	CheckAfterSignIn(Enablement enablement, PlatformTransactionManager transactions) {
		this.enablement = enablement;
		this.afterwards = new TransactionTemplate(transactions);
		this.afterwards.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@TransactionalEventListener
	void check(SignIns.SignedIn news) {
		try {
			this.afterwards.executeWithoutResult((status) -> this.enablement.check(news.organization(),
					StepName.ofSlug(news.place()).orElse(StepName.TENANT), news.person(), null));
		}
		catch (NotOffered ex) {
			// Another run holds the organization; the step offers to look once it has
			// ended.
		}
	}

}
