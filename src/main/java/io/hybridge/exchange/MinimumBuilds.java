package io.hybridge.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.hybridge.exchange.BuildFile.Row;

/** What needs a newer build than push notifications do. */
public enum MinimumBuilds {

	/** An application of the organization's own in place of the shared principal. */
	DEDICATED_APPLICATION,
	/** Free/busy and photos through Microsoft Graph in place of EWS. */
	GRAPH;

	private final List<ServerBuild> builds = BuildFile.read("minimum-builds.csv")
		.rows()
		.stream()
		.filter((row) -> row.text(0).equals(name()) && row.has(2))
		.map((Row row) -> row.build(2))
		.toList();

	/**
	 * What a server must have.
	 * @param build that it has
	 * @return enough, too old, or nothing that this version of Exchange could have
	 */
	public Need of(ServerBuild build) {
		List<ServerBuild> ofTheProduct = this.builds.stream()
			.filter((needed) -> ExchangeProduct.of(needed).equals(ExchangeProduct.of(build)))
			.toList();
		if (ofTheProduct.isEmpty()) {
			return ExchangeProduct.of(build).isPresent() ? new Need.OtherProduct() : new Need.Nothing();
		}
		Optional<ServerBuild> ofTheLine = ofTheProduct.stream().filter(build::sameLine).findFirst();
		ServerBuild needed = ofTheLine.orElseGet(() -> ofTheProduct.stream().max(Comparator.naturalOrder()).get());
		return (build.compareTo(needed) >= 0) ? new Need.Nothing() : new Need.Build(needed);
	}

	/** What is missing. */
	public sealed interface Need {

		/** Nothing, as far as is known. */
		record Nothing() implements Need {
		}

		/**
		 * A newer build of the same product.
		 *
		 * @param needed the oldest that is enough
		 */
		record Build(ServerBuild needed) implements Need {
		}

		/** A newer version of Exchange. */
		record OtherProduct() implements Need {
		}

	}

}
