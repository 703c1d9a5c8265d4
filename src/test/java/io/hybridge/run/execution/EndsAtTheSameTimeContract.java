package io.hybridge.run.execution;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

import io.hybridge.audit.AuditActor;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StopRequests;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.step.examination.FindingLevel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever writes of one organization at the same moment gets his turn, and no deadlock,
 * whatever the database.
 */
abstract class EndsAtTheSameTimeContract extends ExecutionFixture {

	@Autowired
	RunCompletion completion;

	@Autowired
	CheckEnd checkEnd;

	@Autowired
	StopRequests stops;

	@Autowired
	RunStart start;

	@RepeatedTest(20)
	void endsAnApplyThatIsAskedToStopBesideACheck() throws Exception {
		StepRun apply = begun(RunKind.APPLY);
		LeasedRun leased = leased(apply);
		StepRun check = begun(RunKind.CHECK);
		together(() -> this.completion.stopped(leased, RunState.NOT_DONE, ENABLE, 1, 0),
				() -> this.checkEnd.checked(check.request(), PlanKind.APPLY, inspection(FindingLevel.MEETS)), () -> {
					this.stops.ask(apply.id(), AuditActor.person(8, "Otto Brandt", null));
					return null;
				});
		assertThat(List.of(now(apply), now(check))).allMatch((run) -> run.state().ended());
		assertThat(recorded(apply)).endsWith("RUN NOT_DONE");
		assertThat(recorded(check)).containsExactly("CHECK DONE");
	}

	private StepRun begun(RunKind kind) {
		StepRun asked = asked(kind);
		this.start.begin(asked.request());
		return asked;
	}

	@SafeVarargs
	private static void together(Callable<NextWake>... work) throws Exception {
		CyclicBarrier together = new CyclicBarrier(work.length);
		try (ExecutorService threads = Executors.newFixedThreadPool(work.length)) {
			List<Callable<NextWake>> all = List.of(work).stream().<Callable<NextWake>>map((each) -> () -> {
				together.await();
				return each.call();
			}).toList();
			for (Future<NextWake> done : threads.invokeAll(all)) {
				done.get();
			}
		}
	}

}
