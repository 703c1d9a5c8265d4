package io.hybridge.run.plan;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.step.StepFixture;
import io.hybridge.step.observation.Observation;

import static org.assertj.core.api.Assertions.assertThat;

/** What is promised of the memory of missing certificates, whatever the database. */
@Import(MissedCertificates.class)
abstract class MissedCertificatesContract extends PlanDatabase {

	private static final String EX2 = "ex2.fabrikam.com";

	private static final ExchangeState MISSING = seen(new StepFixture().withoutSecondCopy());

	private static final ExchangeState THERE = seen(new StepFixture().world());

	@Autowired
	private MissedCertificates missed;

	@Test
	void countsFromTheFirstLookThatMissedIt() {
		assertThat(this.missed.note(this.fabrikam, MISSING, NOW)).isEqualTo(Map.of(EX2, NOW));
		assertThat(this.missed.note(this.fabrikam, MISSING, NOW.plus(Duration.ofDays(3)))).isEqualTo(Map.of(EX2, NOW));
		assertThat(this.missed.note(this.contoso, MISSING, NOW.plusSeconds(9)))
			.isEqualTo(Map.of(EX2, NOW.plusSeconds(9)));
	}

	@Test
	void beginsAnewOnceItWasThere() {
		this.missed.note(this.fabrikam, MISSING, NOW);
		assertThat(this.missed.note(this.fabrikam, THERE, NOW.plusSeconds(1))).isEmpty();
		assertThat(this.missed.note(this.fabrikam, MISSING, NOW.plusSeconds(2)))
			.isEqualTo(Map.of(EX2, NOW.plusSeconds(2)));
	}

	private static ExchangeState seen(Observation observation) {
		return observation.exchange().seen().orElseThrow();
	}

}
