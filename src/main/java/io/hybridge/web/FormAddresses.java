package io.hybridge.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Leads whoever opens the address that a form was sent to, by reloading or from the
 * history, to the page on which the form stands.
 */
@ControllerAdvice
class FormAddresses {

	private final OpenAddresses addresses;

	FormAddresses(OpenAddresses addresses) {
		this.addresses = addresses;
	}

	@ExceptionHandler
	String opened(HttpRequestMethodNotSupportedException refused, HttpServletRequest request)
			throws HttpRequestMethodNotSupportedException {
		if (!HttpMethod.GET.matches(refused.getMethod())) {
			throw refused;
		}
		return "redirect:"
				+ this.addresses.nearest(request.getRequestURI().substring(request.getContextPath().length()));
	}

}
