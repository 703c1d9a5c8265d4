package io.hybridge.run.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.step.Step;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.step.observation.ServiceStart;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class RemoteReaderTests {

	private static final OrganizationId FABRIKAM = new OrganizationId(1);

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	private static final RemoteFailure REFUSED = RemoteFailure.withoutEffect("EX1", "winrm.refused", "401");

	private static final Change RESTART = JsonMapper.shared()
		.readValue("""
				{"change":"restart-service-host","server":"ex2.fabrikam.com","startedBefore":"2026-11-24T08:00:00Z"}""",
				Change.class);

	private static final ExchangeState SERVERS = new StepFixture().world().exchange().seen().orElseThrow();

	private static final TenantReading.Seen TENANT = new StepFixture().world().tenant().seen().orElseThrow();

	private static final TenantDiscovery FOUND = new TenantDiscovery.Found("t", "200");

	private final Exchange exchange = mock(Exchange.class);

	private final Microsoft365 tenant = mock(Microsoft365.class);

	private final JournaledChanges changes = mock(JournaledChanges.class);

	private final LookMemory memory = new LookMemory(mock(MissedCertificates.class), mock(SeenServers.class));

	private final RemoteReader reader = new RemoteReader((id) -> this.exchange, (id, person) -> this.tenant,
			new ProxyAnswers(this.changes), this.memory, new MutableClock());

	@Test
	void asksMicrosoft365TwiceForTheTenantAndNoServer() {
		given(this.tenant.discover()).willReturn(FOUND);
		given(this.tenant.inspect()).willReturn(TENANT);
		Observation seen = look(StepName.TENANT);
		assertThat(seen.discovery().seen()).contains(FOUND);
		assertThat(seen.tenant().seen()).contains(TENANT);
		assertThat(seen.exchange()).isInstanceOf(Reading.NotAsked.class);
		assertThat(seen.takenAt()).isEqualTo(MutableClock.START);
		verifyNoInteractions(this.exchange);
	}

	@Test
	void asksOnlyExchangeForTheServers() {
		given(this.exchange.inspect()).willReturn(SERVERS);
		Observation seen = look(StepName.SERVERS);
		assertThat(seen.exchange().seen()).contains(SERVERS);
		assertThat(seen.tenant()).isInstanceOf(Reading.NotAsked.class);
		assertThat(seen.discovery()).isInstanceOf(Reading.NotAsked.class);
		assertThat(seen.service()).isInstanceOf(Reading.NotAsked.class);
		verifyNoInteractions(this.tenant);
	}

	@Test
	void asksBothSidesForOAuthAndForThePushProxy() {
		given(this.exchange.inspect()).willReturn(SERVERS);
		given(this.tenant.inspect()).willReturn(TENANT);
		for (StepName step : List.of(StepName.OAUTH, StepName.PUSH_PROXY)) {
			assertThat(look(step).exchange().seen()).contains(SERVERS);
			assertThat(look(step).tenant().seen()).contains(TENANT);
			assertThat(look(step).discovery()).isInstanceOf(Reading.NotAsked.class);
		}
		verify(this.tenant, never()).discover();
	}

	@Test
	void saysThatSomebodyMustSignIn() {
		given(this.exchange.inspect()).willReturn(SERVERS);
		given(this.tenant.inspect()).willReturn(new TenantReading.SignInNeeded());
		assertThat(look(StepName.OAUTH).tenant()).isEqualTo(new Reading.SignInNeeded<>());
	}

	@Test
	void holdsTheFailureOfASideAndSeesTheOtherAllTheSame() {
		given(this.exchange.inspect()).willThrow(REFUSED);
		given(this.tenant.inspect()).willReturn(TENANT);
		Observation seen = look(StepName.OAUTH);
		assertThat(seen.exchange()).isEqualTo(new Reading.NotSeen<>(REFUSED));
		assertThat(seen.tenant().seen()).contains(TENANT);
	}

	@Test
	void holdsTheFailureOfEachQuestionToMicrosoft365() {
		RemoteFailure throttled = RemoteFailure.withoutEffect("Microsoft Graph", "graph.throttled", "429");
		given(this.tenant.discover()).willReturn(FOUND);
		given(this.tenant.inspect()).willThrow(throttled);
		Observation seen = look(StepName.TENANT);
		assertThat(seen.discovery().seen()).contains(FOUND);
		assertThat(seen.tenant()).isEqualTo(new Reading.NotSeen<>(throttled));
	}

	@Test
	void holdsTheFailureWhereNoConnectionIsSetUp() {
		RemoteReader unconnected = new RemoteReader((id) -> {
			throw REFUSED;
		}, (id, person) -> {
			throw REFUSED;
		}, new ProxyAnswers(this.changes), this.memory, new MutableClock());
		Observation seen = unconnected.lookFor(FABRIKAM, PETRA, Step.of(StepName.OAUTH));
		assertThat(seen.exchange()).isEqualTo(new Reading.NotSeen<>(REFUSED));
		assertThat(seen.tenant()).isEqualTo(new Reading.NotSeen<>(REFUSED));
		assertThat(unconnected.lookBack(FABRIKAM, PETRA, RESTART).service()).isEqualTo(new Reading.NotSeen<>(REFUSED));
	}

	@Test
	void takesABugForNoAnswerOfTheOtherSide() {
		given(this.exchange.inspect()).willThrow(new IllegalStateException("bug"));
		assertThatIllegalStateException().isThrownBy(() -> look(StepName.SERVERS));
	}

	@Test
	void readsAChangeOfTheOrganizationBackFromTheEntryServerAlone() {
		given(this.exchange.inspectEntryServer()).willReturn(SERVERS);
		Observation seen = this.reader.lookBack(FABRIKAM, PETRA, PlanFixture.ENABLE);
		assertThat(seen.exchange().seen()).contains(SERVERS);
		assertThat(seen.tenant()).isInstanceOf(Reading.NotAsked.class);
		verify(this.exchange, never()).inspect();
		verifyNoInteractions(this.tenant);
	}

	@Test
	void readsAKeyBackFromTheTenantAlone() {
		given(this.tenant.inspect()).willReturn(TENANT);
		Observation seen = this.reader.lookBack(FABRIKAM, PETRA, PlanFixture.REMOVE_KEY);
		assertThat(seen.tenant().seen()).contains(TENANT);
		assertThat(seen.exchange()).isInstanceOf(Reading.NotAsked.class);
		verifyNoInteractions(this.exchange);
	}

	@Test
	void readsTheKeyOfACertificateThatAPlanMadeBackFromBothSides() {
		given(this.exchange.inspectEntryServer()).willReturn(SERVERS);
		given(this.tenant.inspect()).willReturn(TENANT);
		Observation seen = this.reader.lookBack(FABRIKAM, PETRA, PlanFixture.ADD_KEY);
		assertThat(seen.exchange().seen()).contains(SERVERS);
		assertThat(seen.tenant().seen()).contains(TENANT);
	}

	@Test
	void readsARestartBackFromItsServer() {
		Instant since = Instant.parse("2026-11-24T09:30:00Z");
		given(this.exchange.serviceStarted("ex2.fabrikam.com", ExchangeService.SERVICE_HOST))
			.willReturn(Optional.of(since), Optional.empty());
		assertThat(this.reader.lookBack(FABRIKAM, PETRA, RESTART).service().seen())
			.contains(new ServiceStart(Optional.of(since)));
		assertThat(this.reader.lookBack(FABRIKAM, PETRA, RESTART).service().seen()).as("it does not run")
			.contains(new ServiceStart(Optional.empty()));
		verify(this.exchange, never()).inspectEntryServer();
		verifyNoInteractions(this.tenant);
	}

	private Observation look(StepName step) {
		return this.reader.lookFor(FABRIKAM, PETRA, Step.of(step));
	}

}
