package io.hybridge.security.stepup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.hybridge.security.proof.Proofs;
import io.hybridge.security.signin.UnsentForms;

/** Before every deed, but in no test of single pages. */
@Configuration(proxyBeanMethods = false)
class StepUpConfiguration {

	@Bean
	StepUp stepUp(Proofs proofs, UnsentForms unsent) {
		return new StepUp(proofs, unsent);
	}

}
