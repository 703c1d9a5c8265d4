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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.proof.Proof;

/** One's own passkeys. */
@Controller
@RequestMapping("/settings/profile/factor/passkeys")
class PasskeyController {

	private static final String BACK = "redirect:/settings/profile/factor";

	private final FactorPage page;

	private final FactorCookies cookies;

	private final FactorChanges changes;

	private final OwnProof proof;

	PasskeyController(FactorPage page, FactorCookies cookies, FactorChanges changes, OwnProof proof) {
		this.page = page;
		this.cookies = cookies;
		this.changes = changes;
		this.proof = proof;
	}

	@PostMapping
	String add(@ModelAttribute("made") PasskeyForm made, BindingResult errors, @AuthenticationPrincipal SignedIn person,
			RedirectAttributes once, Model model, HttpServletRequest request, HttpServletResponse response) {
		Account account = this.page.account(person);
		Optional<List<RecoveryCode>> codes = made.nameTooLong() ? Optional.empty()
				: this.changes.addPasskey(account, made, person);
		if (codes.isEmpty()) {
			if (made.nameTooLong()) {
				errors.rejectValue("name", "factor.passkey.long");
			}
			else {
				errors.reject("factor.passkey.add.wrong");
			}
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			this.page.addTo(model, person, request, response);
			return "security/factor";
		}
		this.proof.renewSession(person, Proof.Kind.FACTOR, request);
		if (!codes.get().isEmpty()) {
			this.cookies.added(codes.get(), person, request, response);
		}
		once.addFlashAttribute("done", "factor.passkey.added");
		return BACK;
	}

	@PostMapping("/{id}/remove")
	String remove(@PathVariable long id, @AuthenticationPrincipal SignedIn person, RedirectAttributes once) {
		this.changes.removePasskey(this.page.account(person), id, person);
		once.addFlashAttribute("done", "factor.passkey.removed");
		return BACK;
	}

}
