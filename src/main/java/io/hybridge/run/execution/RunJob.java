package io.hybridge.run.execution;

import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one job of this feature: its instance is the run's number, it has no payload. */
@Configuration(proxyBeanMethods = false)
public class RunJob {

	public static final TaskDescriptor<Void> RUN = TaskDescriptor.of("run");

	private static final Duration AFTER_A_BUG = Duration.ofSeconds(30);

	@Bean
	Task<Void> runTask(ErrandExecutor executor, EarlyWake early) {
		return Tasks.custom(RUN)
			.onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_BUG))
			.execute((instance, context) -> next(executor, early, Long.parseLong(instance.getId())));
	}

	private static CompletionHandler<Void> next(ErrandExecutor executor, EarlyWake early, long run) {
		return switch (executor.execute(run)) {
			case NextWake.Ended() -> new OnCompleteRemove<>();
			case NextWake.At(Instant at) -> (complete, operations) -> {
				operations.reschedule(complete, at);
				early.ifAskedToStop(run);
				early.ifBrought(run);
			};
		};
	}

}
