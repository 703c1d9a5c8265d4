package io.hybridge.run.probe;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.hybridge.exchange.ProbeResult;

/** The journal's row of one server's probe. */
@Entity
@Table(name = "server_probe")
class ServerProbe {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private long version;

	@Column(name = "run_id")
	private long runId;

	private int ordinal;

	private String server;

	@Enumerated(EnumType.STRING)
	private ProbeState state = ProbeState.WAITING;

	@Column(name = "intent_at")
	private Instant intentAt;

	@Column(name = "started_before")
	private Instant startedBefore;

	private int attempts;

	@Column(name = "restarted_at")
	private Instant restartedAt;

	@Column(name = "due_at")
	private Instant dueAt;

	@Column(name = "probed_at")
	private Instant probedAt;

	@Column(name = "result_type")
	private String resultType;

	private String error;

	private String exception;

	private String evidence;

	private long built;

	protected ServerProbe() {
	}

	ServerProbe(long runId, int ordinal, String server, long built) {
		this.built = built;
		this.runId = runId;
		this.ordinal = ordinal;
		this.server = server;
	}

	/**
	 * Records the intent to restart, before anything is sent.
	 * @param startedBefore since when the service runs by its server's clock, or null
	 * when it does not run
	 */
	void intend(Instant now, Instant startedBefore) {
		this.state = ProbeState.RESTARTING;
		this.intentAt = now;
		this.startedBefore = startedBefore;
		this.dueAt = null;
		this.attempts++;
	}

	void unknown(String evidence) {
		this.state = ProbeState.UNKNOWN;
		this.evidence = evidence;
	}

	/**
	 * The restart is known to have happened.
	 * @param now by the console's clock, from which the wait is counted
	 * @param wait how long
	 */
	void restarted(Instant now, Duration wait) {
		this.state = ProbeState.COUNTING_DOWN;
		this.restartedAt = now;
		this.dueAt = now.plus(wait);
	}

	void repeatAt(Instant at, String evidence) {
		this.state = ProbeState.WAITING;
		this.restartedAt = null;
		this.dueAt = at;
		this.evidence = evidence;
	}

	void probed(ProbeResult result, Instant now) {
		this.state = ProbeState.PROBED;
		this.probedAt = now;
		this.resultType = result.resultType();
		this.error = result.error();
		this.exception = result.exception();
		this.evidence = result.evidence();
	}

	void notReached(String error, String evidence, Instant now) {
		this.state = ProbeState.NOT_REACHED;
		this.probedAt = now;
		this.error = error;
		this.evidence = evidence;
	}

	JournaledProbe journaled() {
		return new JournaledProbe(this.id, this.server, this.state,
				new JournaledProbe.Restart(this.attempts, this.intentAt, this.startedBefore, this.restartedAt,
						this.dueAt),
				new JournaledProbe.Outcome(this.probedAt, this.resultType, this.error, this.exception, this.evidence));
	}

}
