package io.hybridge.exchange;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import io.hybridge.exchange.BuildFile.Row;

/**
 * An update of Exchange: a cumulative one, or a security or hotfix update on top of it.
 *
 * @param product that it updates
 * @param name for instance {@code CU15 Aug25SU}
 * @param build that a server has with it
 * @param month when it came out
 * @param day when it came out, or empty when only the month is known
 */
public record ExchangeUpdate(ExchangeProduct product, String name, ServerBuild build, YearMonth month,
		Optional<LocalDate> day) {

	static ExchangeUpdate read(Row row) {
		String released = row.text(3);
		Optional<LocalDate> day = (released.length() == 10) ? Optional.of(LocalDate.parse(released)) : Optional.empty();
		return new ExchangeUpdate(ExchangeProduct.named(row.text(0)), row.text(1), row.build(2),
				day.map(YearMonth::from).orElseGet(() -> YearMonth.parse(released)), day);
	}

	/** With the product, for instance {@code Exchange 2019 CU15 Aug25SU}. */
	public String fullName() {
		return this.product.name() + " " + this.name;
	}

	/** Whether it was only for those who bought updates beyond the end of support. */
	public boolean sold() {
		return !this.product.supportedOn(released());
	}

	LocalDate released() {
		return this.day.orElseGet(() -> this.month.atDay(1));
	}

}
