package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.hybridge.run.BuiltStates.Overtaken;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;
import io.hybridge.run.Leases.LostLease;
import io.hybridge.run.RunRequest;

/** Works on a run until it ends or pauses; may be called again at any time. */
@Component
class RunExecutor {

	private static final Logger log = LoggerFactory.getLogger(RunExecutor.class);

	private static final Duration WHILE_HELD = Duration.ofSeconds(2);

	private final RunStart start;

	private final CheckExecutor check;

	private final Leases leases;

	private final List<LeasedExecutor> executors;

	private final Clock clock;

	RunExecutor(RunStart start, CheckExecutor check, Leases leases, List<LeasedExecutor> executors, Clock clock) {
		this.start = start;
		this.check = check;
		this.leases = leases;
		this.executors = executors;
		this.clock = clock;
	}

	NextWake execute(long id) {
		return this.start.unended(id).map(this::execute).orElseGet(NextWake.Ended::new);
	}

	private NextWake execute(RunRequest run) {
		try {
			return run.kind().changes() ? underLease(run) : check(run);
		}
		catch (Overtaken ex) {
			log.info("Run {} takes nothing of what it saw, and looks again: {}", run.id(), ex.getMessage());
			return new NextWake.At(this.clock.instant());
		}
		finally {
			this.start.rest(run);
		}
	}

	private NextWake check(RunRequest run) {
		this.start.begin(run);
		return this.check.execute(run);
	}

	private NextWake underLease(RunRequest run) {
		OptionalLong token = this.leases.take(run.organization(), run.id());
		if (token.isEmpty()) {
			return later();
		}
		try {
			this.start.begin(run);
			return executor(run).execute(new LeasedRun(run, token.getAsLong()));
		}
		catch (LostLease ex) {
			log.warn("Run {} lost its lease and writes nothing more", run.id());
			return later();
		}
	}

	private LeasedExecutor executor(RunRequest run) {
		return this.executors.stream().filter((each) -> each.worksOn(run.kind())).findFirst().orElseThrow();
	}

	private NextWake later() {
		return new NextWake.At(this.clock.instant().plus(WHILE_HELD));
	}

}
