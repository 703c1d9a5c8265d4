package io.hybridge.step;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.lab.world.OpenLab;
import io.hybridge.lab.world.Scenario;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/** What administrators met, on a lab that answers as their servers did. */
class BuildFieldCasesTests {

	@TempDir
	private Path folder;

	private OpenLab lab;

	@AfterEach
	void close() {
		this.lab.close();
	}

	@Test
	void case10TheDisplayedVersionDoesNotTellTheSecurityUpdate() {
		Examination servers = servers(Scenario.SECURITY_UPDATES);
		assertThat(servers.findings()).filteredOn((finding) -> finding.verdict() == FindingLevel.MEETS)
			.extracting((finding) -> finding.subject() + " " + finding.seen().values())
			.containsExactly("EX1 [Exchange SE RTM Aug25SU, 15.2.2562.20, day:2025-08-12]",
					"EX2 [Exchange 2019 CU15 Oct25SU, 15.2.1748.39, day:2025-10-14]",
					"CAS1 [Exchange 2016 CU23 Apr25HU, 15.1.2507.55, day:2025-04-18]");
		assertThat(servers.state()).isEqualTo(StepState.IN_EFFECT);
	}

	@Test
	void case11AnEdgeServerIsLeftOutOfTheGate() {
		Examination servers = servers(Scenario.EDGE_SERVER);
		assertThat(of("EDGE1", servers).verdict()).isEqualTo(FindingLevel.NOTE);
		assertThat(of("EDGE1", servers).code()).isEqualTo("SERVER-LEFT-OUT");
		assertThat(servers.state()).isEqualTo(StepState.IN_EFFECT);
	}

	@Test
	void case11ALeftOverExchange2010IsToBeRetiredAndNotUpdated() {
		Examination servers = servers(Scenario.LEFTOVER_2010);
		assertThat(of("EX10", servers).code()).isEqualTo("SERVER-BEFORE-2013");
		assertThat(servers.state()).isEqualTo(StepState.NEEDS_ATTENTION);
	}

	@Test
	void case11NeitherIsMissedWhereOAuthIsLookedAt() {
		for (Scenario scenario : List.of(Scenario.EDGE_SERVER, Scenario.LEFTOVER_2010)) {
			Observation seen = look(scenario);
			assertThat(new OAuthStep().examine(seen, new StepFixture().target).findings()).extracting(Finding::subject)
				.as(scenario.name())
				.doesNotContain("EDGE1", "EX10");
			this.lab.close();
		}
	}

	private Examination servers(Scenario scenario) {
		return new ServersStep().examine(look(scenario), new StepFixture().target);
	}

	private Observation look(Scenario scenario) {
		this.lab = OpenLab.in(this.folder.resolve(scenario.name()), scenario);
		ExchangeState exchange = this.lab.console().inspect();
		return new Observation(Instant.parse("2026-11-24T09:00:00Z"), new Reading.Seen<>(exchange),
				new Reading.NotAsked<>(), new Reading.SignInNeeded<>());
	}

	private static Finding of(String server, Examination examination) {
		return examination.findings()
			.stream()
			.filter((finding) -> finding.subject().equals(server))
			.findFirst()
			.orElseThrow();
	}

}
