package io.hybridge.security.demand;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.hybridge.security.proof.Proofs;

/** Before every page, but in no test of single pages. */
@Configuration(proxyBeanMethods = false)
class FactorDemandConfiguration {

	@Bean
	EnrolFirst enrolFirst(FactorDemand demand, Proofs proofs) {
		return new EnrolFirst(demand, proofs);
	}

}
