package io.hybridge.run.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.ObjectProvider;

import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/** Which pauses a wish to stop ends. */
class EarlyWakeTests extends ExecutionOnH2 {

	private static final Instant LATER = NOW.plus(Duration.ofMinutes(4));

	private final SchedulerClient scheduler = mock(SchedulerClient.class);

	private EarlyWake early;

	private StepRun run;

	private LeasedRun leased;

	@BeforeEach
	@SuppressWarnings("unchecked")
	void begin() {
		ObjectProvider<SchedulerClient> provider = mock(ObjectProvider.class);
		given(provider.getObject()).willReturn(this.scheduler);
		this.early = new EarlyWake(this.runs, this.changes, mock(Bundles.class), provider, this.clock);
		this.run = asked(RunKind.APPLY);
		this.transaction.executeWithoutResult((status) -> this.journal.open(this.run, List.of(ENABLE, ENABLE)));
		this.leased = leased(this.run);
	}

	@Test
	void endsThePauseBeforeASendingThatNobodyWantsAnyMore() {
		postpone();
		this.early.ifAskedToStop(this.run.id());
		verify(this.scheduler, never()).reschedule(any(SchedulableInstance.class));
		askToStop(this.run);
		this.early.ifAskedToStop(this.run.id());
		verify(this.scheduler)
			.reschedule(argThat((SchedulableInstance<?> job) -> job.getId().equals(Long.toString(this.run.id()))
					&& job.getNextExecutionTime(NOW).equals(NOW)));
	}

	@Test
	void leavesThePauseAfterASendingWhoseEndIsStillToBeFound() {
		this.journal.unknown(this.leased, sent(), Duration.ofMinutes(4), StoredMessage.of("timeline.look-failed"), "");
		askToStop(this.run);
		this.early.ifAskedToStop(this.run.id());
		verify(this.scheduler, never()).reschedule(any(SchedulableInstance.class));
	}

	@Test
	void wakesNobodyWhoIsAwake() {
		postpone();
		askToStop(this.run);
		willThrow(new TaskInstanceCurrentlyExecutingException("run", "1")).given(this.scheduler)
			.reschedule(any(SchedulableInstance.class));
		assertThatNoException().isThrownBy(() -> this.early.ifAskedToStop(this.run.id()));
	}

	/**
	 * Whoever asked while it was awake could not end a pause that was not written yet.
	 */
	@Test
	@SuppressWarnings("unchecked")
	void looksForAWishOnceThePauseIsWritten() {
		ErrandExecutor executor = mock(ErrandExecutor.class);
		EarlyWake wake = mock(EarlyWake.class);
		given(executor.execute(9)).willReturn(new NextWake.At(LATER));
		CompletionHandler<Void> handler = (CompletionHandler<Void>) new RunJob().runTask(executor, wake)
			.execute(RunJob.RUN.instance("9").build(), null);
		ExecutionComplete complete = mock(ExecutionComplete.class);
		ExecutionOperations<Void> operations = mock(ExecutionOperations.class);
		handler.complete(complete, operations);
		InOrder order = inOrder(operations, wake);
		order.verify(operations).reschedule(complete, LATER);
		order.verify(wake).ifAskedToStop(9);
		assertThat(handler).isNotNull();
	}

	private JournaledChange sent() {
		return this.journal.intend(this.leased, this.changes.of(this.run.id()).getFirst(), Duration.ofSeconds(60),
				Optional.empty());
	}

	private void postpone() {
		this.journal.postpone(this.leased, sent(), LATER, "");
	}

}
