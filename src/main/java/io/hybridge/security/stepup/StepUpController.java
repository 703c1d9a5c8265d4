package io.hybridge.security.stepup;

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

import io.hybridge.security.account.SignedIn;
import io.hybridge.security.factor.FactorForm;
import io.hybridge.security.factor.OwnProof;
import io.hybridge.security.proof.Proofs;
import io.hybridge.security.signin.UnsentForms;

/**
 * Asks a person who is signed in to prove once more who they are, and leads them back.
 */
@Controller
@RequestMapping(StepUpController.PAGE)
class StepUpController {

	static final String PAGE = "/sign-in/again";

	private final OwnProof proof;

	private final Proofs proofs;

	private final UnsentForms unsent;

	private final StepUpRecord record;

	StepUpController(OwnProof proof, Proofs proofs, UnsentForms unsent, StepUpRecord record) {
		this.proof = proof;
		this.proofs = proofs;
		this.unsent = unsent;
		this.record = record;
	}

	@GetMapping
	String ask(@ModelAttribute("form") FactorForm form, @AuthenticationPrincipal SignedIn person, Model model,
			HttpServletRequest request) {
		return this.proofs.fresh(person.accountId(), request) ? back(request) : page(person, model, request);
	}

	@PostMapping
	String take(@ModelAttribute("form") FactorForm form, BindingResult errors, @AuthenticationPrincipal SignedIn person,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		this.proof.again(person, form, errors, request);
		if (errors.hasErrors()) {
			this.record.refused(person, request);
			response.setStatus((errors.hasGlobalErrors() && form.passkey().isEmpty())
					? HttpStatus.SERVICE_UNAVAILABLE.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(person, model, request);
		}
		this.record.done(person);
		return back(request);
	}

	private String back(HttpServletRequest request) {
		return "redirect:" + this.unsent.address(request);
	}

	private String page(SignedIn person, Model model, HttpServletRequest request) {
		model.addAttribute("passkey", this.proof.passkey(person, request));
		model.addAttribute("hasFactor", this.proof.isByFactor(person));
		return "security/sign-in-again";
	}

}
