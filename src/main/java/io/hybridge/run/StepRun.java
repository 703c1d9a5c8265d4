package io.hybridge.run;

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

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;

/**
 * Everything remote happens in a run: it has its own address, is worked off by a job, and
 * survives the browser and the console.
 */
@Entity
@Table(name = "step_run")
public class StepRun {

	private static final int MOST_INTERRUPTIONS = 5;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private long version;

	@Column(name = "organization_id")
	private long organizationId;

	@Enumerated(EnumType.STRING)
	private StepName step;

	@Enumerated(EnumType.STRING)
	private RunKind kind;

	@Enumerated(EnumType.STRING)
	private RunState state = RunState.QUEUED;

	@Column(name = "plan_id")
	private Long planId;

	/** The first run of a check of all steps, to which this one belongs. */
	@Column(name = "sequence_id")
	private Long sequence;

	private String choice;

	private boolean keeps;

	private boolean overwrites;

	private boolean again;

	@Column(name = "actor_id")
	private long actorId;

	@Column(name = "actor_name")
	private String actorName;

	@Column(name = "actor_role")
	private String actorRole;

	private String reason;

	private String address;

	@Column(name = "requested_at")
	private Instant requestedAt;

	@Column(name = "started_at")
	private Instant startedAt;

	@Column(name = "ended_at")
	private Instant endedAt;

	@Column(name = "next_at")
	private Instant nextAt;

	private String evidence;

	private int begun;

	/** Written by those who ask, never by the run. */
	@Column(name = "stop_asked", insertable = false, updatable = false)
	private boolean stopAsked;

	protected StepRun() {
	}

	public StepRun(OrganizationId organization, StepName step, RunKind kind, AuditActor actor, Instant requestedAt) {
		this.organizationId = organization.value();
		this.step = step;
		this.kind = kind;
		this.actorId = actor.id();
		this.actorName = actor.name();
		this.actorRole = actor.role();
		this.requestedAt = requestedAt;
	}

	public StepRun choosing(String choice) {
		this.choice = choice;
		return this;
	}

	/** What is there is to stay, whatever would be planned. */
	public StepRun keeping() {
		this.keeps = true;
		return this;
	}

	/** What somebody else has set may be overwritten: who asked has confirmed it. */
	public StepRun overwriting() {
		this.overwrites = true;
		return this;
	}

	/** What was taken back is to be planned once more. */
	public StepRun again() {
		this.again = true;
		return this;
	}

	public StepRun within(long sequence) {
		this.sequence = sequence;
		return this;
	}

	public StepRun applying(long planId, String reason) {
		this.planId = planId;
		this.reason = reason;
		return this;
	}

	public StepRun from(String address) {
		this.address = address;
		return this;
	}

	/**
	 * Begins, or goes on after a pause or a crash. What was unknown stays so until it is
	 * known.
	 */
	public void begin(Instant now) {
		requireUnended();
		this.state = (this.state == RunState.UNKNOWN) ? RunState.UNKNOWN : RunState.RUNNING;
		this.startedAt = (this.startedAt != null) ? this.startedAt : now;
		this.nextAt = null;
		this.begun++;
	}

	/**
	 * Whether it was broken off so often since it last rested that it leads nowhere to
	 * begin once more.
	 */
	public boolean worn() {
		return this.begun > MOST_INTERRUPTIONS;
	}

	/** Nothing is unknown any more. */
	public void goOn() {
		requireUnended();
		this.state = RunState.RUNNING;
	}

	/**
	 * Pauses until a known moment.
	 * @param state running, unknown while an answer is missing, or parked while a person
	 * has to bring it
	 * @param until when it goes on
	 */
	public void pause(RunState state, Instant until) {
		requireUnended();
		if (state != RunState.RUNNING && state != RunState.UNKNOWN && state != RunState.PARKED) {
			throw new IllegalArgumentException(state + " is no pause");
		}
		this.state = state;
		this.nextAt = until;
		this.begun = 0;
	}

	public void end(RunState state, Instant now) {
		requireUnended();
		if (!state.ended()) {
			throw new IllegalArgumentException(state + " is no end");
		}
		this.state = state;
		this.endedAt = now;
		this.nextAt = null;
	}

	private void requireUnended() {
		if (this.state.ended()) {
			throw new IllegalStateException("Run " + this.id + " has ended");
		}
	}

	/** What it was asked to do. */
	public RunRequest request() {
		return new RunRequest(this.id, organization(), this.step, this.kind, actor(), this.planId, this.choice,
				this.reason, this.address);
	}

	public long id() {
		return this.id;
	}

	public OrganizationId organization() {
		return new OrganizationId(this.organizationId);
	}

	public StepName step() {
		return this.step;
	}

	public RunKind kind() {
		return this.kind;
	}

	public RunState state() {
		return this.state;
	}

	public Long planId() {
		return this.planId;
	}

	public Long sequence() {
		return this.sequence;
	}

	public boolean keeps() {
		return this.keeps;
	}

	public boolean overwrites() {
		return this.overwrites;
	}

	public boolean isAgain() {
		return this.again;
	}

	public String choice() {
		return this.choice;
	}

	public String reason() {
		return this.reason;
	}

	public AuditActor actor() {
		return AuditActor.person(this.actorId, this.actorName, this.actorRole);
	}

	public Instant requestedAt() {
		return this.requestedAt;
	}

	public Instant startedAt() {
		return this.startedAt;
	}

	public Instant endedAt() {
		return this.endedAt;
	}

	public boolean stopAsked() {
		return this.stopAsked;
	}

	public Instant nextAt() {
		return this.nextAt;
	}

}
