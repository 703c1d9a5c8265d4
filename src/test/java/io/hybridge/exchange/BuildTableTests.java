package io.hybridge.exchange;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.BuildAssessment.Standing;
import io.hybridge.exchange.MinimumBuilds.Need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class BuildTableTests {

	private final BuildTable table = BuildTable.load();

	@ParameterizedTest
	@CsvSource({ "15.0.712.24, false", "15.0.712.28, false", "15.0.775.37, false", "15.0.775.38, true",
			"15.0.775.41, true", "15.0.847.32, true", "15.0.1497.48, true", "14.3.123.4, false", "14.3.513.0, false",
			"14.3.9999.9999, false", "8.3.83.6, false", "15.1.225.42, true", "15.1.2507.75, true", "15.2.221.12, true",
			"15.2.1748.53, true", "15.2.2562.53, true", "15.3.1.1, true", "16.0.1.1, true" })
	void judgesByTheBuildThatPushNotificationsNeed(String build, boolean newEnough) {
		assertThat(assess(build).newEnough()).isEqualTo(newEnough);
	}

	@ParameterizedTest
	@CsvSource({ "15.0.712.24, Exchange 2013 CU2, 2013-07-09", "15.0.775.38, Exchange 2013 CU3, 2013-11-25",
			"15.0.847.32, Exchange 2013 SP1 (CU4), 2014-02-25", "15.0.1497.2, Exchange 2013 CU23, 2019-06-18",
			"15.1.2507.55, Exchange 2016 CU23 Apr25HU, 2025-04-18",
			"15.2.1748.36, Exchange 2019 CU15 Aug25SU, 2025-08-12", "15.2.2562.17, Exchange SE RTM, 2025-07-01",
			"14.3.123.4, Exchange 2010 SP3, 2013-02-12" })
	void namesAnUpdateWithItsDay(String build, String name, LocalDate day) {
		assertThat(assess(build).name()).contains(name);
		assertThat(assess(build).standing()).isInstanceOf(Standing.Listed.class);
		assertThat(this.table.update(build(build)).orElseThrow().day()).contains(day);
	}

	@Test
	void knowsOfTwoUpdatesOnlyTheMonth() {
		assertThat(this.table.updates()).filteredOn((update) -> update.day().isEmpty())
			.extracting(ExchangeUpdate::name, ExchangeUpdate::month)
			.containsExactly(tuple("CU1 Aug13SU", YearMonth.of(2013, 8)), tuple("CU2 Aug13SU", YearMonth.of(2013, 8)));
	}

	@ParameterizedTest
	@CsvSource({ "15.2.1544.49, Exchange 2019 CU14", "15.2.1748.54, Exchange 2019 CU15",
			"15.1.2507.76, Exchange 2016 CU23", "15.0.1497.49, Exchange 2013 CU23", "15.0.775.42, Exchange 2013 CU3",
			"15.2.2562.54, Exchange SE RTM", "15.2.2600.1, Exchange SE", "15.2.1800.1, Exchange 2019", "16.0.1.1,",
			"15.3.1.1," })
	void aBuildIsNewerThanTheTableByItsOwnCumulativeUpdate(String build, String name) {
		assertThat(assess(build).standing()).isEqualTo(new Standing.NewerThanTable());
		assertThat(assess(build).name()).isEqualTo(Optional.ofNullable(name));
	}

	@ParameterizedTest
	@CsvSource({ "15.2.1748.25, Exchange 2019 CU15", "15.2.1544.5, Exchange 2019 CU14", "15.0.900.1, Exchange 2013",
			"15.0.775.37, Exchange 2013", "14.3.124.1, Exchange 2010 SP3", "8.3.83.6," })
	void aBuildBetweenKnownOnesIsNamedAsFarAsItIsKnown(String build, String name) {
		assertThat(assess(build).standing()).isEqualTo(new Standing.NotListed());
		assertThat(assess(build).name()).isEqualTo(Optional.ofNullable(name));
	}

	@ParameterizedTest
	@CsvSource({ "15.2.1748.39, CU15 Sep26SUv2, true", "15.2.1748.53,,", "15.2.1748.60,,",
			"15.2.1544.36, CU14 Sep26SUv2, true", "15.2.1544.48,,", "15.2.1544.60,,",
			"15.2.1258.39, CU15 Sep26SUv2, true", "15.2.2562.20, RTM Sep26SUv2, false",
			"15.0.775.41, CU23 Mar23SU, false", "15.0.1497.2, CU23 Mar23SU, false", "15.0.1497.48,,", "16.0.1.1,," })
	void tellsTheUpdateThatFollows(String build, String name, Boolean sold) {
		assertThat(assess(build).newer().map(ExchangeUpdate::name)).isEqualTo(Optional.ofNullable(name));
		assertThat(assess(build).newer().map(ExchangeUpdate::sold)).isEqualTo(Optional.ofNullable(sold));
	}

	@ParameterizedTest
	@CsvSource({ "15.1.2507.54, 15.1.2507.55, never", "15.1.2507.55,, never", "15.1.2375.7, 15.1.2507.55, never",
			"15.2.1544.24, 15.2.1544.25, never", "15.2.1544.25,, never", "15.2.1748.23, 15.2.1748.24, never",
			"15.2.1748.24,, never", "15.2.1258.39, 15.2.1748.24, never", "15.2.2562.17,, 15.2.2562.41",
			"15.2.2562.40,, 15.2.2562.41", "15.2.2562.41,,", "15.0.1497.48, never, never", "16.0.1.1,," })
	void tellsWhatNeedsANewerBuild(String build, String application, String graph) {
		assertThat(needed(MinimumBuilds.DEDICATED_APPLICATION, build)).isEqualTo(application);
		assertThat(needed(MinimumBuilds.GRAPH, build)).isEqualTo(graph);
	}

	@Test
	void tellsWhatIsOutOfSupport() {
		ExchangeProduct product = ExchangeProduct.of(build("15.0.1497.2")).orElseThrow();
		assertThat(product.supportEnd()).contains(LocalDate.of(2023, 4, 11));
		assertThat(product.supportedOn(LocalDate.of(2023, 4, 11))).isTrue();
		assertThat(product.supportedOn(LocalDate.of(2023, 4, 12))).isFalse();
		assertThat(ExchangeProduct.of(build("15.1.2507.72")).orElseThrow().soldUntil())
			.contains(LocalDate.of(2026, 10, 31));
		assertThat(ExchangeProduct.of(build("15.2.1748.49")).orElseThrow().supportedOn(LocalDate.of(2026, 11, 24)))
			.isFalse();
		assertThat(ExchangeProduct.of(build("15.2.2562.46")).orElseThrow().supportedOn(LocalDate.of(2026, 11, 24)))
			.isTrue();
		assertThat(ExchangeProduct.of(build("16.0.1.1"))).isEmpty();
	}

	@Test
	void theTableIsSortedAndHasEachBuildOnce() {
		assertThat(this.table.knownUpTo()).isEqualTo(LocalDate.of(2026, 10, 2));
		assertThat(this.table.updates()).hasSize(389).isSortedAccordingTo(Comparator.comparing(ExchangeUpdate::build));
		assertThat(this.table.updates()).extracting(ExchangeUpdate::build).doesNotHaveDuplicates();
		assertThat(this.table.updates()).extracting(ExchangeUpdate::fullName).doesNotHaveDuplicates();
	}

	@Test
	void everyBuildBelongsToItsProductAndCameOutByTheTablesDay() {
		assertThat(this.table.updates()).allSatisfy((update) -> {
			assertThat(ExchangeProduct.of(update.build())).contains(update.product());
			assertThat(update.released()).isBetween(LocalDate.of(2009, 11, 9), this.table.knownUpTo());
		});
	}

	@Test
	void everyCumulativeUpdateComesBeforeWhatIsOnTopOfIt() {
		Map<ExchangeUpdate, List<ExchangeUpdate>> lines = this.table.updates()
			.stream()
			.collect(Collectors
				.groupingBy((update) -> assess(update.build().toString()).cumulativeUpdate().orElseThrow()));
		lines.forEach((base, updates) -> {
			assertThat(base.name()).doesNotMatch(".*(SU|HU)(v2)?");
			assertThat(updates).allSatisfy((update) -> {
				assertThat(update.name()).as(base.fullName())
					.satisfiesAnyOf((name) -> assertThat(name).startsWith(base.name()),
							(name) -> assertThat(base.fullName() + " " + name).startsWith("Exchange 2010 RTM RU"));
				assertThat(update.released()).isAfterOrEqualTo(base.released());
			});
		});
	}

	@Test
	void theCommunityAloneNamesTwentyTwoBuilds() {
		assertThat(BuildFile.read("builds.csv").rows().stream().filter((row) -> row.text(4).equals("C"))).hasSize(22);
		assertThat(BuildFile.read("builds.csv").rows()).allSatisfy((row) -> assertThat(row.text(4)).isIn("V", "C"));
	}

	@Test
	void everyMinimumIsABuildOfTheTable() {
		assertThat(BuildFile.read("minimum-builds.csv").rows()).hasSize(7).allSatisfy((row) -> {
			assertThat(MinimumBuilds.valueOf(row.text(0))).isNotNull();
			if (row.has(2)) {
				assertThat(this.table.update(row.build(2)).orElseThrow().product())
					.isEqualTo(ExchangeProduct.named(row.text(1)));
			}
		});
	}

	private static String needed(MinimumBuilds purpose, String build) {
		return switch (purpose.of(build(build))) {
			case Need.Nothing() -> null;
			case Need.OtherProduct() -> "never";
			case Need.Build(ServerBuild needed) -> needed.toString();
		};
	}

	private BuildAssessment assess(String build) {
		return this.table.assess(build(build));
	}

	private static ServerBuild build(String text) {
		return ServerBuild.parse(text).orElseThrow();
	}

}
