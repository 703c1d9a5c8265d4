package io.hybridge.connection;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Climbs in the background; the instance is organization and server, without payload. */
@Configuration(proxyBeanMethods = false)
class ConnectionTestJob {

	static final TaskDescriptor<Void> TEST = TaskDescriptor.of("connection-test");

	@Bean
	Task<Void> connectionTestTask(ConnectionTester tester) {
		return Tasks.oneTime(TEST).execute((instance, context) -> {
			String[] place = instance.getId().split(":", 2);
			tester.climb(Long.parseLong(place[0]), place[1]);
		});
	}

	static String instance(long organization, String server) {
		return organization + ":" + server;
	}

}
