package io.hybridge.security;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

import io.hybridge.security.proof.Proofs;
import io.hybridge.security.proof.SecondStep;

/**
 * {@link People} have no session in which a proof could stand: they have just given it.
 * Whoever signs in by the form has to, as ever.
 */
@Component
@Primary
class ProvedPeople extends Proofs {

	private static final String PROVED = ProvedPeople.class.getName();

	ProvedPeople(Clock clock, SecondStep second) {
		super(clock, second);
	}

	static void prove(HttpServletRequest request) {
		request.setAttribute(PROVED, true);
	}

	@Override
	public boolean fresh(long account, HttpServletRequest request) {
		return request.getAttribute(PROVED) != null || super.fresh(account, request);
	}

}
