package io.hybridge.security.signin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

import io.hybridge.security.account.SignedIn;

/** Shows the sign-in page; Spring Security answers its form. */
@Controller
class SignInController {

	@GetMapping("/sign-in")
	String show(@AuthenticationPrincipal SignedIn person, @RequestParam Map<String, String> query,
			@SessionAttribute(name = SignInPages.TYPED, required = false) String typed, HttpSession session,
			Model model) {
		if (person != null) {
			return "redirect:/";
		}
		session.removeAttribute(SignInPages.TYPED);
		model.addAttribute("typed", typed);
		model.addAttribute("notice", notice(query).orElse(null));
		return "security/sign-in";
	}

	private Optional<Notice> notice(Map<String, String> query) {
		for (Notice notice : Notice.values()) {
			if (query.containsKey(notice.slug())) {
				return Optional.of(notice);
			}
		}
		return Optional.empty();
	}

	/** Why the page is shown, apart from being asked for. */
	enum Notice {

		REFUSED, BUSY, EXPIRED, BYE, JOINED;

		String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

		public String key() {
			return "signin." + slug();
		}

		public boolean isError() {
			return this == REFUSED || this == BUSY;
		}

	}

}
