package io.hybridge.web;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers a part that asks for itself with its whole page once the part has no more to
 * tell, so that what stands around it says the same.
 */
public final class PageSwap {

	private PageSwap() {
	}

	/**
	 * Says which element of the page takes the place of the one there; the navigation's
	 * number of running ones follows by itself ({@code hx-select-oob} of the part).
	 * @param id of the element, on both pages
	 */
	public static void of(HttpServletResponse response, String id) {
		response.setHeader("HX-Retarget", "#" + id);
		response.setHeader("HX-Reselect", "#" + id);
		response.setHeader("HX-Reswap", "outerHTML");
	}

}
