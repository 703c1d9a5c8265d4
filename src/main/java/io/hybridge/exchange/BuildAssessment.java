package io.hybridge.exchange;

import java.util.Optional;

/**
 * What the table knows of one build.
 *
 * @param build which
 * @param product it belongs to, or empty when the table does not know it
 * @param cumulativeUpdate that it stands on, or empty when the table does not know it
 * @param standing whether the table lists it
 * @param newer the update that the table would have followed on it, or empty
 */
public record BuildAssessment(ServerBuild build, Optional<ExchangeProduct> product,
		Optional<ExchangeUpdate> cumulativeUpdate, Standing standing, Optional<ExchangeUpdate> newer) {

	/** The oldest build that push notifications need: Exchange 2013 CU3. */
	public static final ServerBuild GATE = new ServerBuild(15, 0, 775, 38);

	/** Whether it is new enough for push notifications. */
	public boolean newEnough() {
		return this.build.compareTo(GATE) >= 0;
	}

	/**
	 * As precisely as the table can name it.
	 * @return update, cumulative update or product; empty when not even that is known
	 */
	public Optional<String> name() {
		if (this.standing instanceof Standing.Listed(ExchangeUpdate update)) {
			return Optional.of(update.fullName());
		}
		return this.cumulativeUpdate.map(ExchangeUpdate::fullName).or(() -> this.product.map(ExchangeProduct::name));
	}

	/** Where a build stands to the table. */
	public sealed interface Standing {

		/**
		 * The table has it.
		 *
		 * @param update that it is
		 */
		record Listed(ExchangeUpdate update) implements Standing {
		}

		/**
		 * It is newer than all that the table has of its cumulative update, or of its
		 * product where it has none of that: whether it is current cannot be said.
		 */
		record NewerThanTable() implements Standing {
		}

		/** The table has older and newer ones, and not this one. */
		record NotListed() implements Standing {
		}

	}

}
