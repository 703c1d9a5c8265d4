package io.hybridge.exchange;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.hybridge.exchange.BuildAssessment.Standing;

/**
 * What is known about Exchange's builds. The table is a data file with a date of its own,
 * because it is old the day after.
 *
 * @param knownUpTo the day up to which the table is complete; shown wherever it is used
 * @param updates from the oldest build to the newest
 */
public record BuildTable(LocalDate knownUpTo, List<ExchangeUpdate> updates) {

	private static final BuildTable BUILT_IN = read();

	private static final Comparator<ExchangeUpdate> BY_RELEASE = Comparator.comparing(ExchangeUpdate::released)
		.thenComparing(ExchangeUpdate::build);

	/**
	 * The table that was built into the product.
	 * @return the table, one per process
	 */
	public static BuildTable load() {
		return BUILT_IN;
	}

	/**
	 * What is known about a build.
	 * @param build of a server
	 * @return its names, where it stands to the table, and what is newer
	 */
	public BuildAssessment assess(ServerBuild build) {
		Optional<ExchangeProduct> product = ExchangeProduct.of(build);
		List<ExchangeUpdate> line = this.updates.stream().filter((update) -> update.build().sameLine(build)).toList();
		List<ExchangeUpdate> all = this.updates.stream()
			.filter((update) -> product.isPresent() && update.product().equals(product.get()))
			.toList();
		return new BuildAssessment(build, product, standsOn(build, line), standing(build, line.isEmpty() ? all : line),
				newer(build, line, all));
	}

	/** The update with exactly this build. */
	Optional<ExchangeUpdate> update(ServerBuild build) {
		return this.updates.stream().filter((update) -> update.build().equals(build)).findFirst();
	}

	private static Optional<ExchangeUpdate> standsOn(ServerBuild build, List<ExchangeUpdate> line) {
		return line.stream().findFirst().filter((base) -> base.build().compareTo(build) <= 0);
	}

	private Standing standing(ServerBuild build, List<ExchangeUpdate> relatives) {
		Optional<ExchangeUpdate> exact = update(build);
		if (exact.isPresent()) {
			return new Standing.Listed(exact.get());
		}
		ServerBuild newest = (relatives.isEmpty() ? this.updates : relatives).getLast().build();
		return (build.compareTo(newest) > 0) ? new Standing.NewerThanTable() : new Standing.NotListed();
	}

	/**
	 * A cumulative update that still gets updates is followed by the newest of its own;
	 * any other by the newest of the product.
	 */
	private static Optional<ExchangeUpdate> newer(ServerBuild build, List<ExchangeUpdate> line,
			List<ExchangeUpdate> all) {
		Optional<ExchangeUpdate> newest = all.stream().max(BY_RELEASE);
		Optional<ExchangeUpdate> ofTheLine = line.stream()
			.max(BY_RELEASE)
			.filter((update) -> update.released().equals(newest.orElseThrow().released()));
		return ofTheLine.or(() -> newest).filter((update) -> update.build().compareTo(build) > 0);
	}

	private static BuildTable read() {
		BuildFile file = BuildFile.read("builds.csv");
		return new BuildTable(file.knownUpTo(), file.rows().stream().map(ExchangeUpdate::read).toList());
	}

}
