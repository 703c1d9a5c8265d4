package io.hybridge.security.signin;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Person;
import io.hybridge.security.proof.Proof;
import io.hybridge.security.proof.Proofs;
import io.hybridge.security.stranger.ClientNetwork;
import io.hybridge.security.stranger.ReturnCookie;
import io.hybridge.security.stranger.SealedCookies;

/** Signs a person in who has just proved who they are in another way than by the form. */
@Component
public class SignIn {

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final KnownDevices devices;

	private final SignInAudit record;

	private final AuthenticationSuccessHandler back;

	private final Proofs proofs;

	SignIn(KnownDevices devices, SignInAudit record, SealedCookies cookies, Proofs proofs) {
		this.proofs = proofs;
		this.devices = devices;
		this.record = record;
		this.back = SignInPages.back(new ReturnCookie(cookies, SignInPages.PAGES));
	}

	/** What follows where the form of the sign-in was right. */
	public AuthenticationSuccessHandler byPassword() {
		return this.devices.rememberedBefore(this.proofs.passwordKeptBefore(this.back));
	}

	public void begin(Person person, Proof.Kind proof, HttpServletRequest request, HttpServletResponse response) {
		request.getSession();
		request.changeSessionId();
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(person.authentication());
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		this.proofs.keep(proof, request);
		this.devices.remember(person.accountId(), request, response);
	}

	/**
	 * Ends the sign-in of somebody whose password and second factor were right, at the
	 * page that was asked for.
	 * @param factor what it was, as the audit log writes it
	 */
	public void complete(Account account, String factor, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		this.record.done(account, factor, ClientNetwork.of(request.getRemoteAddr()));
		begin(account.person(), Proof.Kind.FACTOR, request, response);
		this.back.onAuthenticationSuccess(request, response, account.person().authentication());
	}

	/** Records that the second factor of somebody whose password was right was none. */
	public void incomplete(Account account, String factor, PasswordProof.Verdict verdict, SignInWay way) {
		if (verdict == PasswordProof.Verdict.NOT_ADMITTED) {
			this.record.notLookedAt(Optional.of(account), "throttled", way.network());
		}
		else {
			this.record.refused(account, factor, way.network());
		}
	}

}
