package io.hybridge.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.hybridge.exchange.BuildFile.Row;

/**
 * A version of Exchange and Microsoft's support for it.
 *
 * @param name for instance {@code Exchange 2019}
 * @param from its lowest build
 * @param below the lowest build of what follows
 * @param supportEnd last day of support, or empty while it is supported
 * @param soldUntil last day on which security updates were sold beyond that, or empty
 */
public record ExchangeProduct(String name, ServerBuild from, ServerBuild below, Optional<LocalDate> supportEnd,
		Optional<LocalDate> soldUntil) {

	private static final List<ExchangeProduct> ALL = BuildFile.read("support.csv")
		.rows()
		.stream()
		.map(ExchangeProduct::read)
		.toList();

	/**
	 * The version that a build belongs to.
	 * @param build of a server
	 * @return its version, or empty for what is older or newer than all that are known
	 */
	public static Optional<ExchangeProduct> of(ServerBuild build) {
		return ALL.stream().filter((product) -> product.covers(build)).findFirst();
	}

	static ExchangeProduct named(String shortName) {
		return ALL.stream().filter((product) -> product.name.equals("Exchange " + shortName)).findFirst().orElseThrow();
	}

	/**
	 * Whether Microsoft supports it on a day.
	 * @param day which day
	 * @return false after the last day of support, whatever updates were sold
	 */
	public boolean supportedOn(LocalDate day) {
		return this.supportEnd.map((end) -> !day.isAfter(end)).orElse(true);
	}

	boolean covers(ServerBuild build) {
		return build.compareTo(this.from) >= 0 && build.compareTo(this.below) < 0;
	}

	private static ExchangeProduct read(Row row) {
		return new ExchangeProduct("Exchange " + row.text(0), row.build(1), row.build(2), day(row, 3), day(row, 4));
	}

	private static Optional<LocalDate> day(Row row, int column) {
		return row.has(column) ? Optional.of(LocalDate.parse(row.text(column))) : Optional.empty();
	}

}
