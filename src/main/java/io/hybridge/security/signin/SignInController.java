package io.hybridge.security.signin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.hybridge.security.account.SignedIn;
import io.hybridge.security.stranger.SealedCookies;
import io.hybridge.web.TypedText;

/** Shows the sign-in page; Spring Security answers its form. */
@Controller
class SignInController {

	private final UnsentForms unsent;

	private final SealedCookies cookies;

	SignInController(UnsentForms unsent, SealedCookies cookies) {
		this.unsent = unsent;
		this.cookies = cookies;
	}

	@GetMapping("/sign-in")
	String show(@AuthenticationPrincipal SignedIn person, @RequestParam Map<String, String> query,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		if (person != null) {
			return "redirect:/";
		}
		String typed = SignInPages.typed(this.cookies, request, response).orElse("");
		Optional<Notice> notice = notice(query).or(() -> unsent(request));
		BindingResult form = new BeanPropertyBindingResult(new SignInForm(typed, ""), "form");
		notice.ifPresent((told) -> told.reject(form, typed));
		model.addAllAttributes(form.getModel());
		model.addAttribute("notice", notice.filter((told) -> !form.hasErrors()).orElse(null));
		return "security/sign-in";
	}

	/** Nothing is signed out by a link; the button stands on every page. */
	@GetMapping("/sign-out")
	String stay() {
		return "redirect:/";
	}

	private Optional<Notice> unsent(HttpServletRequest request) {
		return this.unsent.find(request).filter((form) -> !form.page().equals("/sign-in")).map(Notice::of);
	}

	private Optional<Notice> notice(Map<String, String> query) {
		for (Notice notice : Notice.values()) {
			if (query.containsKey(notice.slug())) {
				return Optional.of(notice);
			}
		}
		return Optional.empty();
	}

	/**
	 * What somebody signs in with.
	 *
	 * @param username as typed
	 * @param password never shown again
	 */
	record SignInForm(String username, String password) {

		SignInForm {
			username = TypedText.line(username);
			password = (password != null) ? password : "";
		}

		@Override
		public String toString() {
			return "SignInForm of " + this.username;
		}

	}

	/** Why the page is shown, apart from being asked for. */
	enum Notice {

		REFUSED, MISSING, BUSY, LATE, EXPIRED, KEPT, BYE, JOINED;

		String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

		public String key() {
			return "signin." + slug();
		}

		static Notice of(UnsentForm form) {
			return form.fields().isEmpty() ? EXPIRED : KEPT;
		}

		void reject(Errors form, String typed) {
			switch (this) {
				case REFUSED -> form.rejectValue("password", key());
				case MISSING -> form.rejectValue(typed.isBlank() ? "username" : "password",
						typed.isBlank() ? "account.userName.missing" : "signin.missing");
				case BUSY -> form.reject(key());
				case LATE, EXPIRED, KEPT, BYE, JOINED -> {
				}
			}
		}

	}

}
