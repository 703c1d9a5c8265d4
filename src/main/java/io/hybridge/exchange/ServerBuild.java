package io.hybridge.exchange;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The build of an Exchange server, compared part by part.
 *
 * @param major 15 for everything since 2013
 * @param minor 0 for 2013, 1 for 2016, 2 for 2019 and SE
 * @param build of the cumulative update
 * @param revision of the security update
 */
public record ServerBuild(int major, int minor, int build, int revision) implements Comparable<ServerBuild> {

	private static final Pattern DISPLAYED = Pattern.compile("Version (\\d+)\\.(\\d+) \\(Build (\\d+)\\.(\\d+)\\)");

	private static final Pattern DOTTED = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,6})\\.(\\d{1,6})");

	private static final Comparator<ServerBuild> ORDER = Comparator.comparingInt(ServerBuild::major)
		.thenComparingInt(ServerBuild::minor)
		.thenComparingInt(ServerBuild::build)
		.thenComparingInt(ServerBuild::revision);

	/**
	 * Reads a build in one of the two forms Exchange writes:
	 * {@code Version 15.0 (Build 1497.2)} or {@code 15.00.1497.002}.
	 * @param text what Exchange wrote
	 * @return the build, or empty when the text has neither form
	 */
	public static Optional<ServerBuild> parse(String text) {
		if (text == null) {
			return Optional.empty();
		}
		for (Pattern form : new Pattern[] { DISPLAYED, DOTTED }) {
			Matcher matcher = form.matcher(text.trim());
			if (matcher.matches()) {
				return Optional
					.of(new ServerBuild(part(matcher, 1), part(matcher, 2), part(matcher, 3), part(matcher, 4)));
			}
		}
		return Optional.empty();
	}

	/** Whether it is older than Exchange 2013, which has OAuth and push notifications. */
	public boolean isBefore2013() {
		return this.major < 15;
	}

	/**
	 * Whether both stand on the same cumulative update, or before Exchange 2013 on the
	 * same service pack.
	 */
	public boolean sameLine(ServerBuild other) {
		return this.major == other.major && this.minor == other.minor && (isBefore2013() || this.build == other.build);
	}

	private static int part(Matcher matcher, int group) {
		return Integer.parseInt(matcher.group(group));
	}

	@Override
	public int compareTo(ServerBuild other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.major + "." + this.minor + "." + this.build + "." + this.revision;
	}

}
