package io.hybridge.web.sight;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import io.hybridge.web.NotFound;

/**
 * Answers whose right is limited, for everything of another organization, as for
 * something that does not exist, before anything else looks at the request.
 */
class SightInterceptor implements HandlerInterceptor {

	private final ObjectProvider<Belongings> belongings;

	SightInterceptor(ObjectProvider<Belongings> belongings) {
		this.belongings = belongings;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (Sight.asking().limited()) {
			String address = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
			this.belongings.stream().filter((each) -> isOf(each, address)).forEach((each) -> require(each, request));
		}
		return true;
	}

	/** The name of the number may be followed by what it looks like. */
	private static boolean isOf(Belongings belongings, String address) {
		String beginning = belongings.address().substring(0, belongings.address().length() - 1);
		return address.startsWith(beginning + "}") || address.startsWith(beginning + ":");
	}

	private static void require(Belongings belongings, HttpServletRequest request) {
		String number = ((Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)).get("id")
			.toString();
		if (!number.matches("[0-9]{1,18}") || !belongings.shows(Long.parseLong(number))) {
			throw new NotFound();
		}
	}

}
