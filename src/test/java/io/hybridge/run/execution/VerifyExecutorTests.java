package io.hybridge.run.execution;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.hybridge.microsoft365.TenantReading;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.execution.FakeExchange.Restart;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.run.status.StepStatuses;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/** The proof of the push proxy, from the first look to the end. */
class VerifyExecutorTests extends VerificationFixture {

	private static final RemoteFailure REFUSED = RemoteFailure.withoutEffect("EX1", "winrm.access-denied", "401");

	@Autowired
	private VerifyExecutor executor;

	@Autowired
	private Snapshots snapshots;

	@Autowired
	private Plans plans;

	@Autowired
	private StepStatuses statuses;

	@Test
	void worksOnVerificationsOnly() {
		for (RunKind kind : RunKind.values()) {
			assertThat(this.executor.worksOn(kind)).isEqualTo(kind == RunKind.VERIFY);
		}
	}

	@Test
	void provesThePushProxyOnEveryMailboxServer() {
		assertThat(execute()).isEqualTo(new NextWake.At(NOW.plus(WAIT)));
		assertThat(state()).isEqualTo(RunState.RUNNING);
		assertThat(this.exchange.sent).containsExactly("restart ex1.fabrikam.com", "restart ex2.fabrikam.com");
		this.clock.advance(WAIT);
		assertThat(execute()).isEqualTo(new NextWake.Ended());
		assertThat(state()).isEqualTo(RunState.DONE);
		assertThat(status()).isEqualTo(StepState.IN_EFFECT);
		assertThat(this.exchange.sent).endsWith("probe ex1.fabrikam.com", "probe ex2.fabrikam.com");
		assertThat(recorded("RUN")).containsExactly("DONE");
	}

	@Test
	void goesOnAtTheEarliestMomentThatIsDue() {
		this.exchange.restarts.add(new Restart(true, RemoteFailure.withPossibleEffect("EX1", "winrm.lost", "reset")));
		assertThat(execute()).isEqualTo(new NextWake.At(NOW.plus(FIRST_LOOK)));
		this.clock.advance(FIRST_LOOK);
		assertThat(execute()).as("EX2 is due before EX1").isEqualTo(new NextWake.At(NOW.plus(WAIT)));
	}

	@Test
	void restartsNothingWhereSomebodyDisabledThePushProxySinceTheCheck() {
		proxy(false, "fabrikam.com");
		refuses();
		assertThat(this.plans.madeBy(run()).orElseThrow().content().changes()).extracting(Change::key)
			.as("what follows starts from what is there")
			.containsExactly("enable-push-proxy");
		assertThat(status()).isEqualTo(StepState.READY_TO_PLAN);
	}

	@Test
	void restartsNothingForADisabledPushProxyThoughTheTenantIsUnknown() {
		given(this.tenant.inspect()).willReturn(new TenantReading.SignInNeeded());
		proxy(false, "fabrikam.com");
		refuses();
		assertThat(this.plans.madeBy(run())).as("nothing can be planned yet").isEmpty();
		assertThat(status()).isEqualTo(StepState.UNSEEN);
	}

	@Test
	void restartsNothingWhereThePushProxyServesAnotherOrganization() {
		proxy(true, "contoso.com");
		refuses();
		assertThat(status()).isEqualTo(StepState.NEEDS_ATTENTION);
	}

	@Test
	void restartsNothingWhileOAuthIsNotInEffect() {
		this.exchange.scene.authServers.clear();
		refuses();
		assertThat(this.snapshots.newest(this.fabrikam, StepName.PUSH_PROXY)
			.orElseThrow()
			.examination()
			.count(FindingLevel.BLOCKS)).isEqualTo(1);
		assertThat(status()).isEqualTo(StepState.NEEDS_ATTENTION);
	}

	@Test
	void restartsNothingWhereNothingTellsOfThePushProxyAndNoneOfUsEnabledIt() {
		forgetOurs();
		this.exchange.scene.proxy = StepFixture.hidden("no record");
		refuses();
	}

	@Test
	void provesWhatWeEnabledWhereItCannotBeReadSince() {
		this.exchange.scene.proxy = StepFixture.hidden("no record");
		execute();
		this.clock.advance(WAIT);
		assertThat(execute()).isEqualTo(new NextWake.Ended());
		assertThat(state()).isEqualTo(RunState.DONE);
		assertThat(status()).isEqualTo(StepState.IN_EFFECT);
	}

	@Test
	void restartsNothingWhereExchangeCannotBeAsked() {
		this.exchange.hidden = REFUSED;
		doesNotKnow();
	}

	@Test
	void provesWhatItSeesWhereNobodyIsSignedInAnyMore() {
		given(this.tenant.inspect()).willReturn(new TenantReading.SignInNeeded());
		execute();
		this.clock.advance(WAIT);
		assertThat(execute()).isEqualTo(new NextWake.Ended());
		assertThat(state()).isEqualTo(RunState.DONE);
	}

	@Test
	void isNotProvedWhereAProbeFails() {
		this.exchange.resultType = "Failed";
		finish();
		assertThat(state()).isEqualTo(RunState.FAILED);
		assertThat(recorded("RUN")).containsExactly("NEEDS_ATTENTION");
		assertThat(status()).isEqualTo(StepState.NEEDS_ATTENTION);
	}

	@Test
	void isNotKnownWhereAServerCannotBeProbed() {
		this.exchange.silent = REFUSED;
		finish();
		assertThat(state()).isEqualTo(RunState.UNCHECKED);
		assertThat(recorded("RUN")).containsExactly("UNCHECKED");
		assertThat(status()).isEqualTo(StepState.UNSEEN);
	}

	@Test
	void saysInTheEndWhatIsThereThen() {
		execute();
		proxy(false, "fabrikam.com");
		this.clock.advance(WAIT);
		execute();
		assertThat(status()).as("it was disabled while it was proved").isEqualTo(StepState.READY_TO_PLAN);
	}

	private void refuses() {
		assertThat(execute()).isEqualTo(new NextWake.Ended());
		assertThat(this.exchange.sent).isEmpty();
		assertThat(state()).isEqualTo(RunState.STALE);
		assertThat(recorded("RUN")).containsExactly("REFUSED");
		assertThat(this.journal.of(run())).isEmpty();
	}

	private void doesNotKnow() {
		assertThat(execute()).isEqualTo(new NextWake.Ended());
		assertThat(this.exchange.sent).isEmpty();
		assertThat(state()).isEqualTo(RunState.UNCHECKED);
		assertThat(recorded("RUN")).containsExactly("UNCHECKED");
		assertThat(status()).isEqualTo(StepState.UNSEEN);
	}

	private void finish() {
		execute();
		this.clock.advance(WAIT);
		assertThat(execute()).isEqualTo(new NextWake.Ended());
	}

	private NextWake execute() {
		return this.executor.execute(this.leased);
	}

	private long run() {
		return this.leased.run().id();
	}

	private RunState state() {
		return this.runs.require(run()).state();
	}

	private StepState status() {
		return this.statuses.of(this.fabrikam).steps().get(StepName.PUSH_PROXY.ordinal()).state();
	}

}
