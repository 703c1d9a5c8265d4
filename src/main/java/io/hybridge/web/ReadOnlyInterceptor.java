package io.hybridge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the pages of an archived organization to everybody as to somebody who may only
 * read.
 */
class ReadOnlyInterceptor implements HandlerInterceptor {

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			ModelAndView page) {
		if (page != null && page.getModel().get("scope") instanceof PageScope scope && scope.archived()
				&& page.getModel().get("viewer") instanceof Viewer viewer) {
			page.addObject("viewer", viewer.reading());
		}
	}

}
