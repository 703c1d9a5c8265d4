package io.hybridge.support;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.nodes.Document;

/** Where the links of a page lead. */
public final class Links {

	private Links() {
	}

	/** The links to a place in the page itself that is not there. */
	public static List<String> leadingNowhere(Document page) {
		return page.select("a[href^=#], area[href^=#]")
			.eachAttr("href")
			.stream()
			.filter((link) -> !isThere(page, link.substring(1)))
			.toList();
	}

	/** The addresses of the console itself, without the place in their page. */
	public static List<String> within(Document page) {
		return page.select("a[href^=/]")
			.eachAttr("href")
			.stream()
			.map((link) -> link.replaceAll("#.*", ""))
			.distinct()
			.toList();
	}

	/** Whether a page has the place that a link names. */
	public static boolean isThere(Document page, String place) {
		return page.getElementById(URLDecoder.decode(place, StandardCharsets.UTF_8)) != null;
	}

}
