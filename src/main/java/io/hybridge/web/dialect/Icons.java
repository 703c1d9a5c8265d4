package io.hybridge.web.dialect;

import java.util.Map;

import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.web.IWebExchange;

/**
 * Draws the symbols of {@code img/icons.svg}, in the color of the text; they say nothing
 * to a screen reader.
 */
final class Icons {

	private static final String ADDRESS = Icons.class.getName();

	private Icons() {
	}

	static String svg(ITemplateContext context, String name) {
		return "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"" + address(context) + "#"
				+ HtmlUtils.htmlEscape(name, "UTF-8") + "\"/></svg>";
	}

	/** Looked up once for a page, which can show hundreds. */
	private static String address(ITemplateContext context) {
		IWebExchange exchange = ((IWebContext) context).getExchange();
		if (exchange.getAttributeValue(ADDRESS) == null) {
			exchange.setAttributeValue(ADDRESS,
					HtmlUtils.htmlEscape(context.buildLink("/assets/img/icons.svg", Map.of()), "UTF-8"));
		}
		return (String) exchange.getAttributeValue(ADDRESS);
	}

}
