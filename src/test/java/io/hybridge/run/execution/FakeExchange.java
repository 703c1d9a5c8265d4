package io.hybridge.run.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeAnswer;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ProbeResult;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.step.StepFixture;

/** Fabrikam's two mailbox servers, which remember what was sent to them. */
final class FakeExchange implements Exchange {

	static final Instant STARTED = Instant.parse("2026-11-20T04:00:00Z");

	/** What was sent, in order. */
	final List<String> sent = new ArrayList<>();

	/** Since when each health manager runs, by its server's clock. */
	final Map<String, Instant> running = new HashMap<>();

	/** What becomes of the next restarts, one each; all others are answered. */
	final Deque<Restart> restarts = new ArrayDeque<>();

	StepFixture scene = new StepFixture();

	/** Why nobody can look, or null. */
	RemoteFailure hidden;

	Optional<Boolean> knowsProbe = Optional.of(true);

	/** Why nobody can probe, or null. */
	RemoteFailure silent;

	String error = "";

	String resultType = "Succeeded";

	/** How often anybody asked which server the others are reached by. */
	int askedForEntry;

	FakeExchange() {
		this.running.put("ex1.fabrikam.com", STARTED);
		this.running.put("ex2.fabrikam.com", STARTED);
	}

	@Override
	public ExchangeState inspect() {
		require(this.hidden);
		return this.scene.world().exchange().seen().orElseThrow();
	}

	@Override
	public ExchangeState inspectEntryServer() {
		return inspect();
	}

	@Override
	public ExchangeAnswer apply(ExchangeChange change) {
		throw new UnsupportedOperationException("A probe changes nothing");
	}

	@Override
	public ExchangeAnswer restartHealthManager(String server) {
		this.sent.add("restart " + server);
		Restart restart = Optional.ofNullable(this.restarts.poll()).orElse(new Restart(true, null));
		if (restart.happens()) {
			this.running.merge(server, STARTED.plusSeconds(1), (since, first) -> since.plus(Duration.ofDays(1)));
		}
		require(restart.failure());
		return new ExchangeAnswer(server, "Restart-HealthManager", "", this.running.get(server), List.of(),
				"restarted");
	}

	@Override
	public Optional<Boolean> knowsProbe(String server) {
		require(this.hidden);
		return this.knowsProbe;
	}

	@Override
	public ProbeResult probe(String server) {
		require(this.silent);
		this.sent.add("probe " + server);
		return new ProbeResult(server, this.resultType, this.error, "", STARTED, STARTED, "");
	}

	@Override
	public Optional<Instant> serviceStarted(String server, ExchangeService service) {
		require(this.hidden);
		return Optional.ofNullable(this.running.get(server));
	}

	@Override
	public String entryServer() {
		this.askedForEntry++;
		return "ex1.fabrikam.com";
	}

	private static void require(RemoteFailure failure) {
		if (failure != null) {
			throw failure;
		}
	}

	/**
	 * What becomes of a restart.
	 *
	 * @param happens whether the service restarts
	 * @param failure instead of an answer, or null
	 */
	record Restart(boolean happens, RemoteFailure failure) {
	}

}
