package io.hybridge.microsoft365.signin;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Removes tokens whose hours, session or right are over, also where nobody looks at them
 * any more.
 */
@Configuration(proxyBeanMethods = false)
class TokenExpiryJob {

	@Bean
	RecurringTask<Void> forgetTokensTask(StoredSignIns stored) {
		return Tasks.recurring("microsoft365-forget-tokens", FixedDelay.of(Duration.ofMinutes(5)))
			.execute((instance, context) -> stored.forgetFallen());
	}

}
