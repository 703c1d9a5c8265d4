package io.hybridge.security.proof;

import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Keeps with each session how and when its person proved last who they are. */
@Component
public class Proofs {

	private static final String PROOF = "proof";

	private final Clock clock;

	private final SecondStep second;

	public Proofs(Clock clock, SecondStep second) {
		this.clock = clock;
		this.second = second;
	}

	public void keep(Proof.Kind kind, HttpServletRequest request) {
		request.getSession().setAttribute(PROOF, new Proof(kind, this.clock.instant()).written());
	}

	public AuthenticationSuccessHandler passwordKeptBefore(AuthenticationSuccessHandler next) {
		return (request, response, authentication) -> {
			keep(Proof.Kind.PASSWORD, request);
			next.onAuthenticationSuccess(request, response, authentication);
		};
	}

	/** Whether a password alone is no proof for this account. */
	public boolean demandsFactor(long account) {
		return this.second.awaits(account);
	}

	public Optional<Proof> of(HttpServletRequest request) {
		return Optional.ofNullable(request.getSession(false))
			.map((session) -> session.getAttribute(PROOF))
			.flatMap(Proof::read);
	}

	/**
	 * Whether they did so a moment ago, with a factor where they have one.
	 * @param account of the person
	 */
	public boolean fresh(long account, HttpServletRequest request) {
		return of(request).filter((proof) -> proof.fresh(this.clock.instant()))
			.filter((proof) -> proof.kind() == Proof.Kind.FACTOR || !demandsFactor(account))
			.isPresent();
	}

}
