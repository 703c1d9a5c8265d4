package io.hybridge.microsoft365;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the dated file of clouds says. */
class KnownCloudTests {

	private static final Set<String> PARTS = Set.of("name", "sign-in", "graph", "portal", "exchange-online",
			"auth-metadata", "push", "instance", "region", "level");

	@Test
	void everyValueHasASourceAndADayOrIsUnknown() {
		assertThat(CloudFile.LINES).allSatisfy((line) -> {
			assertThat(line.value()).isNotEmpty();
			if (line.value().equals("unknown")) {
				assertThat(line.source()).isEmpty();
				assertThat(line.lookedUp()).isNull();
			}
			else {
				assertThat(line.source()).isNotEmpty();
				assertThat(line.lookedUp()).isBetween(LocalDate.of(2026, 12, 1), LocalDate.of(2036, 1, 1));
			}
		});
	}

	@ParameterizedTest
	@EnumSource
	void everyCloudIsDescribedOnceInEveryPartByAddressesOfTls(KnownCloud cloud) {
		List<CloudFile.Line> lines = CloudFile.LINES.stream()
			.filter((line) -> line.cloud().equals(cloud.name()))
			.toList();
		assertThat(lines).extracting(CloudFile.Line::part).doesNotHaveDuplicates();
		assertThat(lines.stream().map(CloudFile.Line::part).collect(Collectors.toSet())).isEqualTo(PARTS);
		assertThat(lines).filteredOn((line) -> line.value().contains("://"))
			.allSatisfy((line) -> assertThat(URI.create(line.value())).hasScheme("https").hasNoPort().hasNoUserInfo());
		assertThat(cloud.getTitle()).isNotEmpty();
		assertThat(cloud.getLookedUp()).isNotNull();
	}

	@Test
	void claimsNoPushServiceBesideTheGlobalOne() {
		assertThat(List.of(KnownCloud.values())).filteredOn((cloud) -> cloud.getPush().isPresent())
			.containsExactly(KnownCloud.GLOBAL);
		assertThat(List.of(KnownCloud.values())).filteredOn((cloud) -> cloud.getAuthMetadata().isPresent())
			.containsExactly(KnownCloud.GLOBAL, KnownCloud.US_GOVERNMENT_L4);
	}

}
