package io.hybridge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.validation.Errors;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells the layout that a form came back with errors, so that the title says it first.
 */
class ErrorTitleInterceptor implements HandlerInterceptor {

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			ModelAndView page) {
		if (page == null) {
			return;
		}
		boolean failed = page.getModel()
			.values()
			.stream()
			.anyMatch((value) -> value instanceof Errors errors && errors.hasErrors());
		if (failed) {
			page.addObject("pageInError", true);
		}
	}

}
