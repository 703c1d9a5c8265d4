package io.hybridge.web.startup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Refuses to start with a setting below {@code hybridge.} that nothing reads: silently
 * ignored, a mistyped one would be believed to work.
 */
class UnknownPropertyCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String OWN = "hybridge";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		List<KnownProperty> known = KnownProperty.all();
		if (known.isEmpty()) {
			return;
		}
		for (PropertySource<?> source : context.getEnvironment().getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> names) {
				Arrays.stream(names.getPropertyNames())
					.filter(UnknownPropertyCheck::own)
					.forEach((name) -> check(name, source.getName(), known));
			}
		}
	}

	private static boolean own(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.startsWith(OWN + ".") || name.startsWith("HYBRIDGE_");
	}

	private static void check(String name, String origin, List<KnownProperty> known) {
		if (known.stream().noneMatch((property) -> property.covers(name))) {
			String nearest = known.stream()
				.map(KnownProperty::name)
				.min(Comparator.comparingInt((candidate) -> distance(uniform(candidate), uniform(name))))
				.orElseThrow();
			throw new UnknownProperty(name, origin, nearest);
		}
	}

	/** {@code hybridge.lab.wait-time} and {@code HYBRIDGE_LAB_WAITTIME} are the same. */
	static String uniform(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
	}

	/** How many letters have to be typed, left out or replaced (Levenshtein). */
	static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		Arrays.setAll(row, (i) -> i);
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = diagonal + ((one.charAt(i - 1) != other.charAt(j - 1)) ? 1 : 0);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[other.length()];
	}

}
