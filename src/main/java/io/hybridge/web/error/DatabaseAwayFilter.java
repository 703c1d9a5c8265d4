package io.hybridge.web.error;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.ResourceUrlProviderExposingInterceptor;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Answers with our own page where the database does not answer: outside of everything
 * that needs it, which session and sign-in do.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAwayFilter extends OncePerRequestFilter {

	private static final String AGAIN_AFTER_SECONDS = "5";

	private final ObjectProvider<ErrorPages> pages;

	private final ObjectProvider<ThymeleafViewResolver> views;

	private final ObjectProvider<LocaleResolver> languages;

	private final ObjectProvider<ResourceUrlProvider> resources;

	DatabaseAwayFilter(ObjectProvider<ErrorPages> pages, ObjectProvider<ThymeleafViewResolver> views,
			ObjectProvider<LocaleResolver> languages, ObjectProvider<ResourceUrlProvider> resources) {
		this.pages = pages;
		this.views = views;
		this.languages = languages;
		this.resources = resources;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			if (!DatabaseAway.isReasonOf(ex) || response.isCommitted()) {
				throw ex;
			}
			response.resetBuffer();
			request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.SERVICE_UNAVAILABLE.value());
			request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
			request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, ex);
			response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
			new ResourceUrlEncodingFilter().doFilter(request, response,
					(asked, answer) -> show((HttpServletRequest) asked, (HttpServletResponse) answer));
		}
	}

	private void show(HttpServletRequest request, HttpServletResponse response) throws ServletException {
		LocaleContext before = LocaleContextHolder.getLocaleContext();
		LocaleContextHolder.setLocaleContext(prepare(request));
		try {
			ExtendedModelMap model = new ExtendedModelMap();
			View page = this.views.getObject()
				.resolveViewName(this.pages.getObject().error(request, response, model),
						LocaleContextHolder.getLocale());
			page.render(model, request, response);
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
		finally {
			LocaleContextHolder.setLocaleContext(before);
		}
	}

	/** What the dispatcher would have done, which was not reached. */
	private LocaleContext prepare(ServletRequest request) {
		LocaleResolver language = this.languages.getObject();
		request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, language);
		request.setAttribute(ResourceUrlProviderExposingInterceptor.RESOURCE_URL_PROVIDER_ATTR,
				this.resources.getObject());
		return ((LocaleContextResolver) language).resolveLocaleContext((HttpServletRequest) request);
	}

}
