package io.hybridge.security.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a browser says that it is, in the words people know. It names others, too: the
 * first that fits is the one.
 */
final class BrowserName {

	private static final Map<String, String> BROWSERS = ordered("Edg/", "Edge", "OPR/", "Opera", "Firefox/", "Firefox",
			"SamsungBrowser/", "Samsung Internet", "Chrome/", "Chrome", "Safari/", "Safari");

	private static final Map<String, String> SYSTEMS = ordered("Windows NT", "Windows", "Android", "Android", "iPhone",
			"iPhone", "iPad", "iPad", "Mac OS X", "macOS", "CrOS", "ChromeOS", "Linux", "Linux");

	private BrowserName() {
	}

	/** Browser and system, each where it is one of the known ones. */
	static String of(String userAgent) {
		String said = (userAgent != null) ? userAgent : "";
		return Stream.of(BROWSERS, SYSTEMS)
			.flatMap((names) -> names.entrySet()
				.stream()
				.filter((name) -> said.contains(name.getKey()))
				.map(Map.Entry::getValue)
				.limit(1))
			.collect(Collectors.joining(", "));
	}

	private static Map<String, String> ordered(String... marksAndNames) {
		Map<String, String> names = new LinkedHashMap<>();
		for (int i = 0; i < marksAndNames.length; i += 2) {
			names.put(marksAndNames[i], marksAndNames[i + 1]);
		}
		return names;
	}

}
