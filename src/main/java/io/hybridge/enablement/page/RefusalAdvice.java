package io.hybridge.enablement.page;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.enablement.Enablement;
import io.hybridge.enablement.offer.NotOffered;

/** Leads whoever asked for what is not offered to the page that says why. */
@ControllerAdvice(basePackageClasses = Enablement.class)
class RefusalAdvice {

	@ExceptionHandler
	String refused(NotOffered request, RedirectAttributes redirect) {
		redirect.addFlashAttribute("refused", request.refusal().key());
		return "redirect:" + request.page();
	}

}
