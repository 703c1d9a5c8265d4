package io.hybridge.step.change;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.step.observation.ServiceStart;
import io.hybridge.step.readback.Place;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackResult.Unseen;
import io.hybridge.step.readback.ReadBackSource;

import static org.assertj.core.api.Assertions.assertThat;

class RestartServiceHostTests {

	private static final Instant BEFORE = Instant.parse("2026-11-24T09:00:00Z");

	private static final Observation NOTHING = Observation.none(BEFORE);

	private final RestartServiceHost restart = new RestartServiceHost("ex2.fabrikam.com", BEFORE);

	@Test
	void isDoneOnceTheServiceRunsSinceALaterMomentOfItsServer() {
		assertThat(this.restart.judge(since(BEFORE))).isInstanceOf(Before.class);
		assertThat(this.restart.judge(since(BEFORE.plusMillis(1)))).isInstanceOf(Desired.class);
	}

	@Test
	void isUnknownWhileTheServiceDoesNotRunOrCannotBeSeen() {
		assertThat(this.restart.judge(NOTHING.withService(new Reading.Seen<>(new ServiceStart(Optional.empty())))))
			.isInstanceOf(Unseen.class);
		assertThat(this.restart.judge(NOTHING)).isInstanceOf(Unseen.class);
	}

	@Test
	void runsOnItsOwnServerAndIsReadBackThere() {
		assertThat(this.restart.call(NOTHING))
			.contains(new RemoteCall.OnExchange(new ExchangeChange.RestartServiceHost("ex2.fabrikam.com")));
		assertThat(new ExchangeChange.RestartServiceHost("ex2.fabrikam.com").server("ex1.fabrikam.com"))
			.isEqualTo("ex2.fabrikam.com");
		assertThat(this.restart.readFrom())
			.isEqualTo(new ReadBackSource.Service("ex2.fabrikam.com", ExchangeService.SERVICE_HOST));
		assertThat(this.restart.place()).isEqualTo(Place.EXCHANGE);
	}

	@Test
	void showsTheCommandThatAnAdministratorKnows() {
		assertThat(((Command.Script) this.restart.command()).line())
			.isEqualTo("Restart-Service -Name MSExchangeServiceHost");
	}

	@Test
	void isTakenBackByNothing() {
		assertThat(this.restart.wayBack(since(BEFORE.plusSeconds(1)), null)).isEqualTo(new WayBack.None());
	}

	@Test
	void comesBackFromAStoredPlan() {
		JsonMapper mapper = JsonMapper.shared();
		String stored = mapper.writeValueAsString(this.restart);
		assertThat(stored).contains("\"change\":\"restart-service-host\"");
		assertThat(mapper.readValue(stored, Change.class)).isEqualTo(this.restart);
	}

	private static Observation since(Instant started) {
		return NOTHING.withService(new Reading.Seen<>(new ServiceStart(Optional.of(started))));
	}

}
