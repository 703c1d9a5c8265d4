package io.hybridge.web.help;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that says what the words of the console mean. */
@Controller
class GlossaryController {

	private final Glossary glossary;

	GlossaryController(Glossary glossary) {
		this.glossary = glossary;
	}

	@GetMapping(Glossary.PAGE)
	String terms(Model model) {
		model.addAttribute("entries", this.glossary.entries());
		return "help/terms";
	}

}
