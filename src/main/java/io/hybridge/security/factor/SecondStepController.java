package io.hybridge.security.factor;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.proof.HalfSignIn;
import io.hybridge.security.signin.PasswordProof.Verdict;
import io.hybridge.security.signin.SignIn;
import io.hybridge.security.signin.SignInWay;
import io.hybridge.security.stranger.SealedCookies;

/** The second step of the sign-in, for whose password was right a moment ago. */
@Controller
@RequestMapping("/sign-in/code")
class SecondStepController {

	private static final String LATE = "redirect:/sign-in?late";

	private final HalfSignIn half;

	private final FactorProof proof;

	private final SignIn signIn;

	private final SealedCookies cookies;

	SecondStepController(HalfSignIn half, FactorProof proof, SignIn signIn, SealedCookies cookies) {
		this.half = half;
		this.proof = proof;
		this.signIn = signIn;
		this.cookies = cookies;
	}

	@GetMapping
	String ask(@ModelAttribute("form") FactorForm form, @AuthenticationPrincipal SignedIn person, Model model,
			HttpServletRequest request) {
		if (person != null) {
			return "redirect:/";
		}
		return this.half.find(request).map((account) -> page(account, model, request)).orElse(LATE);
	}

	@PostMapping
	String take(@ModelAttribute("form") FactorForm form, BindingResult errors, @AuthenticationPrincipal SignedIn person,
			Model model, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		Optional<Account> half = this.half.find(request);
		if (person != null || half.isEmpty()) {
			return (person != null) ? "redirect:/" : LATE;
		}
		Account account = half.get();
		SignInWay way = SignInWay.of(request, this.cookies);
		Verdict verdict = this.proof.ofFactor(account, form, way, errors);
		if (verdict == Verdict.RIGHT) {
			this.half.forget(request, response);
			this.signIn.complete(account, form.factor(), request, response);
			return null;
		}
		if (!form.isEmpty()) {
			this.signIn.incomplete(account, form.factor(), verdict, way);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(account, model, request);
	}

	private String page(Account account, Model model, HttpServletRequest request) {
		model.addAttribute("passkey", this.proof.passkey(account, request));
		return "security/sign-in-code";
	}

}
