package io.hybridge.run.change;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.hybridge.audit.AuditActor;
import io.hybridge.exchange.ExchangeAnswer;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.FakeSides;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunRequest;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.part.RemoteCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

class ChangeSenderTests {

	private static final OrganizationId FABRIKAM = new OrganizationId(3);

	private static final RemoteCall ENABLE = new RemoteCall.OnExchange(
			new ExchangeChange.EnablePushProxy(new DomainName("fabrikam.com")));

	private static final RemoteCall ADD = new RemoteCall.AddKey(StepFixture.AUTH, Optional.empty());

	private static final RemoteCall REMOVE = new RemoteCall.RemoveKey(StepFixture.FOREIGN.sha256());

	private static final LeasedRun LEASED = new LeasedRun(new RunRequest(1, FABRIKAM, StepName.PUSH_PROXY,
			RunKind.APPLY, AuditActor.person(7, "Petra Kern", null), null, null, null, null), 5);

	private final Clearance clearance = mock(Clearance.class);

	private final FakeSides sides = new FakeSides();

	private final ChangeSender sender = new ChangeSender(this.sides::exchange, this.sides::tenant, mock(Bundles.class),
			this.clearance);

	static List<RemoteCall> calls() {
		return List.of(ENABLE, ADD, REMOVE);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void sendsACallOnceToTheOrganizationItIsFor(RemoteCall call) {
		this.sender.send(LEASED, call);
		assertThat(this.sides.sent()).containsExactly(call);
		assertThat(this.sides.asked()).containsExactly(FABRIKAM);
		assertThat(this.sides.looks()).isZero();
	}

	@Test
	void sendsNothingWithoutClearance() {
		doThrow(new IllegalStateException("The lease is lost")).when(this.clearance).give(LEASED);
		assertThatIllegalStateException().isThrownBy(() -> this.sender.send(LEASED, ENABLE));
		assertThat(this.sides.sent()).isEmpty();
	}

	@Test
	void tellsWhichServerAnsweredAndWithWhichRecord() {
		assertThat(this.sender.send(LEASED, ENABLE)).isEqualTo(new ChangeAnswer("ex1.fabrikam.com",
				List.of(new ExchangeAnswer.Field("Identity", "OnPrem-Proxy")), "", "{\"ok\":true}"));
	}

	@Test
	void tellsTheRequestToMicrosoftGraphAndItsIdForSupport() {
		ChangeAnswer answer = this.sender.send(LEASED, ADD);
		assertThat(answer.by()).isEqualTo("Microsoft Graph");
		assertThat(answer.fields()).isEmpty();
		assertThat(answer.requestId()).isEqualTo("4711");
		assertThat(answer.evidence()).isEqualTo("PATCH /servicePrincipals/o\n204  request-id 4711\n{}");
		assertThat(this.sender.send(LEASED, REMOVE).by()).isEqualTo("Microsoft Graph");
	}

	@ParameterizedTest
	@MethodSource("calls")
	void neitherHidesAFailureNorTriesAgain(RemoteCall call) {
		RemoteFailure lost = RemoteFailure.withPossibleEffect("EX1", "exchange.no-answer", "reset");
		this.sides.next((sent) -> {
			throw lost;
		});
		assertThatExceptionOfType(RemoteFailure.class).isThrownBy(() -> this.sender.send(LEASED, call)).isSameAs(lost);
		assertThat(this.sides.sent()).containsExactly(call);
	}

}
