package io.hybridge.security.factor;

import java.util.List;
import java.util.Optional;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.proof.Proof;

/** One's own second factor. */
@Controller
@RequestMapping("/settings/profile/factor")
class FactorController {

	private static final String BACK = "redirect:/settings/profile/factor";

	private final FactorPage page;

	private final FactorCookies cookies;

	private final FactorChanges changes;

	private final OwnProof proof;

	FactorController(FactorPage page, FactorCookies cookies, FactorChanges changes, OwnProof proof) {
		this.page = page;
		this.cookies = cookies;
		this.changes = changes;
		this.proof = proof;
	}

	@GetMapping
	String show(@AuthenticationPrincipal SignedIn person, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		return page(person, model, request, response);
	}

	@PostMapping
	String add(@ModelAttribute("form") FactorForm form, BindingResult errors, @AuthenticationPrincipal SignedIn person,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		Account account = this.page.account(person);
		Optional<TotpSecret> secret = this.cookies.secret(person, request);
		if (secret.isEmpty() || this.page.hasApp(account)) {
			return BACK;
		}
		List<RecoveryCode> codes = this.changes.add(account, secret.get(), form, person);
		if (codes.isEmpty()) {
			errors.rejectValue("code", form.code().isEmpty() ? "factor.code.missing" : "factor.add.wrong");
			return refused(person, model, request, response);
		}
		this.proof.renewSession(person, Proof.Kind.FACTOR, request);
		this.cookies.added(codes, person, request, response);
		return BACK;
	}

	@PostMapping("/codes")
	String renewCodes(@ModelAttribute("change") FactorForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Account account = this.page.account(person);
		if (!this.proof.given(account, form, errors)) {
			return refused(person, model, request, response);
		}
		this.cookies.added(this.changes.renewCodes(account, person), person, request, response);
		return BACK;
	}

	@PostMapping("/remove")
	String remove(@ModelAttribute("change") FactorForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, RedirectAttributes once, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Account account = this.page.account(person);
		if (!this.proof.given(account, form, errors)) {
			return refused(person, model, request, response);
		}
		this.changes.remove(account, person);
		this.proof.renewSession(person, Proof.Kind.PASSWORD, request);
		once.addFlashAttribute("done", "factor.removed");
		return BACK;
	}

	private String refused(SignedIn person, Model model, HttpServletRequest request, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(person, model, request, response);
	}

	private String page(SignedIn person, Model model, HttpServletRequest request, HttpServletResponse response) {
		this.page.addTo(model, person, request, response);
		return "security/factor";
	}

}
