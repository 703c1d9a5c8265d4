package io.hybridge.run.execution;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.database.DurableBooks;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.run.RunRequest;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.status.StepStatusUpdater;

/** Begins a run, or lets it go on after a pause or a crash; and lets it rest. */
@Component
class RunStart {

	private final StepRuns runs;

	private final StepStatusUpdater statuses;

	private final ExchangeConnections exchanges;

	private final DurableBooks books;

	private final Clock clock;

	RunStart(StepRuns runs, StepStatusUpdater statuses, ExchangeConnections exchanges, DurableBooks books,
			Clock clock) {
		this.runs = runs;
		this.statuses = statuses;
		this.exchanges = exchanges;
		this.books = books;
		this.clock = clock;
	}

	/**
	 * What a run was asked to do.
	 * @param id its number
	 * @return the request, or empty when it has ended
	 */
	Optional<RunRequest> unended(long id) {
		StepRun run = this.runs.require(id);
		return run.state().ended() ? Optional.empty() : Optional.of(run.request());
	}

	@Transactional
	public void begin(RunRequest request) {
		StepRun run = this.runs.require(request.id());
		run.begin(this.clock.instant());
		if (run.state() == RunState.RUNNING) {
			this.statuses.running(run);
		}
	}

	/** It has ended, or waits; what it came to outlives a loss of power. */
	void rest(RunRequest request) {
		this.exchanges.rest(request.organization());
		this.books.force();
	}

}
