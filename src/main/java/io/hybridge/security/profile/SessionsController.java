package io.hybridge.security.profile;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.security.account.SignedIn;
import io.hybridge.security.session.SessionSettings;

/** Where one is signed in, and how to end it there. */
@Controller
@RequestMapping("/settings/profile/sessions")
class SessionsController {

	private static final String BACK = "redirect:/settings/profile/sessions";

	private final OwnSessions sessions;

	private final SessionSettings settings;

	SessionsController(OwnSessions sessions, SessionSettings settings) {
		this.sessions = sessions;
		this.settings = settings;
	}

	@GetMapping
	String show(@AuthenticationPrincipal SignedIn person, HttpServletRequest request, Model model) {
		model.addAttribute("sessions", this.sessions.of(person, request));
		model.addAttribute("idle", this.settings.idle());
		model.addAttribute("absolute", this.settings.absolute());
		return "security/sessions";
	}

	@PostMapping("/{handle}/end")
	String end(@PathVariable String handle, @AuthenticationPrincipal SignedIn person, RedirectAttributes once) {
		this.sessions.end(person, handle);
		once.addFlashAttribute("done", "sessions.ended");
		return BACK;
	}

	@PostMapping("/end")
	String endOthers(@AuthenticationPrincipal SignedIn person, HttpServletRequest request, RedirectAttributes once) {
		this.sessions.endOthers(person, request);
		once.addFlashAttribute("done", "sessions.ended");
		return BACK;
	}

}
