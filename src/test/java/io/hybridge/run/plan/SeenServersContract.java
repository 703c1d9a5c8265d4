package io.hybridge.run.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.run.StepRun;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** What is promised of the memory of first looks, whatever the database. */
@Import(SeenServers.class)
abstract class SeenServersContract extends PlanDatabase {

	private static final ExchangeState BOTH = new StepFixture().world().exchange().seen().orElseThrow();

	@Autowired
	private SeenServers servers;

	@Autowired
	private Snapshots snapshots;

	@Test
	void keepsTheFirstLookOfEachServerAndOrganization() {
		assertThat(this.servers.note(this.fabrikam, BOTH, NOW))
			.isEqualTo(Map.of("ex1.fabrikam.com", NOW, "ex2.fabrikam.com", NOW));
		assertThat(this.servers.note(this.fabrikam, BOTH, NOW.plus(Duration.ofDays(3))))
			.isEqualTo(Map.of("ex1.fabrikam.com", NOW, "ex2.fabrikam.com", NOW));
		assertThat(this.servers.note(this.contoso, BOTH, NOW.plusSeconds(9))).containsEntry("ex1.fabrikam.com",
				NOW.plusSeconds(9));
	}

	@Test
	void tellsAServerThatCameLaterFromOneThatWasThere() {
		this.servers.note(this.fabrikam, onlyFirst(), NOW);
		assertThat(this.servers.note(this.fabrikam, BOTH, NOW.plusSeconds(60)))
			.isEqualTo(Map.of("ex1.fabrikam.com", NOW, "ex2.fabrikam.com", NOW.plusSeconds(60)));
	}

	@Test
	void knowsLooksThatWereKeptBeforeItRemembered() {
		StepRun run = run(this.fabrikam, StepName.SERVERS);
		Examination looked = Examination.of(List
			.of(Finding.of("SERVER-BUILD-MEETS", FindingLevel.MEETS, "EX1", StoredMessage.of("seen.plain", "15.0"))));
		this.snapshots.keep(run, PlanFixture.looked(looked, NOW.minus(Duration.ofDays(9))));
		this.snapshots.keep(run, PlanFixture.looked(looked, NOW.minus(Duration.ofDays(8))));
		assertThat(this.servers.note(this.fabrikam, BOTH, NOW))
			.isEqualTo(Map.of("ex1.fabrikam.com", NOW.minus(Duration.ofDays(9)), "ex2.fabrikam.com", NOW));
	}

	private static ExchangeState onlyFirst() {
		return new ExchangeState(BOTH.answeredBy(), NOW, List.of(BOTH.servers().getFirst()), BOTH.authConfiguration(),
				BOTH.authServers(), BOTH.partnerApplications(), BOTH.pushProxy(), BOTH.readings(), BOTH.evidence());
	}

}
