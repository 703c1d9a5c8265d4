package io.hybridge.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which addresses of this console can be opened as a page. */
public class OpenAddresses {

	/** None of ours is as long. Whoever sends a longer one costs no looking for it. */
	public static final int LONGEST = 300;

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	OpenAddresses(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	/**
	 * The page that an address belongs to: the address itself, or what it stands below.
	 * @param path within this console, as it was asked for
	 * @return the nearest address that can be opened; the dashboard where none is near,
	 * or the address is longer than any of them
	 */
	public String nearest(String path) {
		if (path.length() > LONGEST) {
			return "/";
		}
		String near = path;
		while (near.lastIndexOf('/') > 0) {
			if (opens(near)) {
				return near;
			}
			near = near.substring(0, near.lastIndexOf('/'));
		}
		return near.startsWith("/") && opens(near) ? near : "/";
	}

	/**
	 * The page on which a form stands: that of a new thing is beside the list of them.
	 * @param path that the form is sent to
	 * @return the nearest address that can be opened and has the form
	 */
	public String form(String path) {
		return path.length() <= LONGEST && opens(path + "/new") ? path + "/new" : nearest(path);
	}

	private boolean opens(String path) {
		try {
			return maps(PathContainer.parsePath(path));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private boolean maps(PathContainer asked) {
		return this.mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.filter(OpenAddresses::isPage)
			.flatMap((info) -> info.getPathPatternsCondition().getPatterns().stream())
			.anyMatch((pattern) -> pattern.matches(asked));
	}

	/** What is there only within a page asks for a header. */
	private static boolean isPage(RequestMappingInfo info) {
		return info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
				&& info.getHeadersCondition().isEmpty() && info.getPathPatternsCondition() != null;
	}

}
