package io.hybridge.security.setup;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttribute;

import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.Person;
import io.hybridge.security.account.UserName;
import io.hybridge.security.proof.Proof;
import io.hybridge.security.signin.SignIn;
import io.hybridge.security.stranger.Attempts;
import io.hybridge.security.stranger.DoorWatch;
import io.hybridge.web.NotFound;
import io.hybridge.web.TypedText;

/** From the set-up code to the administrator. After that it is not there any more. */
@Controller
@RequestMapping("/setup")
class SetupController {

	static final String PASS = "setup.pass";

	private final FirstRun firstRun;

	private final SetupCode code;

	private final SignIn signIn;

	private final DoorWatch doors;

	SetupController(FirstRun firstRun, SetupCode code, SignIn signIn, DoorWatch doors) {
		this.firstRun = firstRun;
		this.code = code;
		this.signIn = signIn;
		this.doors = doors;
	}

	@ModelAttribute
	void onlyBefore() {
		if (this.firstRun.done()) {
			throw new NotFound();
		}
	}

	@GetMapping
	String askForCode(@ModelAttribute("form") CodeForm form, Model model) {
		return codePage(model);
	}

	@PostMapping
	String takeCode(@ModelAttribute("form") CodeForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) throws IOException {
		if (form.code().isBlank()) {
			errors.rejectValue("code", "setup.code.missing");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return codePage(model);
		}
		switch (this.code.compare(form.code())) {
			case SetupCode.Answer.Right(String pass) -> {
				request.getSession();
				request.changeSessionId();
				request.getSession().setAttribute(PASS, pass);
				return "redirect:/setup/administrator";
			}
			case SetupCode.Answer.Wrong() -> {
				if (!this.doors.answersWrong(Attempts.Door.SET_UP, request)) {
					response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
					return null;
				}
				errors.rejectValue("code", "setup.code.wrong");
			}
			case SetupCode.Answer.Ended() -> errors.rejectValue("code", "setup.code.ended");
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return codePage(model);
	}

	@GetMapping("/administrator")
	String askForAdministrator(@ModelAttribute("form") AdministratorForm form,
			@SessionAttribute(name = PASS, required = false) String pass) {
		return this.code.honors(pass) ? "security/setup-administrator" : "redirect:/setup";
	}

	@PostMapping("/administrator")
	String createAdministrator(@ModelAttribute("form") AdministratorForm form, BindingResult errors,
			@SessionAttribute(name = PASS, required = false) String pass, HttpServletRequest request,
			HttpServletResponse response, Locale locale) {
		if (!this.code.honors(pass)) {
			return "redirect:/setup";
		}
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				Person person = this.firstRun.complete(pass, UserName.of(form.userName()), form.name(), form.password(),
						locale);
				request.getSession().removeAttribute(PASS);
				this.signIn.begin(person, Proof.Kind.PASSWORD, request, response);
				request.getSession().setAttribute(WelcomeController.WELCOME, Boolean.TRUE);
				return "redirect:/setup/language";
			}
			catch (PasswordHashing.Busy ex) {
				errors.reject("security.busy");
			}
			catch (FirstRun.AlreadyDone ex) {
				throw new NotFound();
			}
		}
		response.setStatus(errors.hasGlobalErrors() ? HttpStatus.SERVICE_UNAVAILABLE.value()
				: HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "security/setup-administrator";
	}

	private String codePage(Model model) {
		model.addAttribute("file", this.code.path());
		return "security/setup-code";
	}

	/**
	 * The code as typed.
	 *
	 * @param code with or without hyphens
	 */
	record CodeForm(String code) {

		CodeForm {
			code = TypedText.line(code);
		}

	}

}
