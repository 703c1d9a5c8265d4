package io.hybridge.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of the list of exceptions: a rule, a type or package that breaks it, and why.
 */
record Exemption(String rule, String subject, String reason) {

	private static final Path LIST = Path.of("src/test/resources/architecture/exceptions.txt");

	Exemption {
		if (reason.isBlank()) {
			throw new IllegalArgumentException("An exception has a reason: " + rule + " | " + subject);
		}
	}

	static List<Exemption> all() throws IOException {
		try (var lines = Files.lines(LIST)) {
			return lines.filter((line) -> !line.isBlank() && !line.startsWith("#")).map(Exemption::parse).toList();
		}
	}

	private static Exemption parse(String line) {
		String[] parts = line.split("\\|", 3);
		return new Exemption(parts[0].strip(), parts[1].strip(), parts[2].strip());
	}

	/**
	 * A report begins with the type or package, ArchUnit's own with what it is a member
	 * of.
	 */
	boolean covers(String rule, String report) {
		return this.rule.equals(rule)
				&& Pattern.compile("^(\\w+ <)?" + Pattern.quote(this.subject) + "([ >]|\\.[\\w<>]+[(>])")
					.matcher(report)
					.find();
	}

}
