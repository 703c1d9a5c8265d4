package io.hybridge.enablement.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.run.RunView.ChangeProgress;
import io.hybridge.enablement.run.RunView.Line;
import io.hybridge.enablement.run.RunView.ProbeView;
import io.hybridge.organization.Organization;
import io.hybridge.organization.Organizations;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.ChangeJson;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.ChangeTimeline;
import io.hybridge.run.change.ChangeTimeline.Entry;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.plan.PlanDifferences;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.probe.ProbeState;
import io.hybridge.run.probe.ServerProbe;
import io.hybridge.run.probe.ServerProbes;
import io.hybridge.step.change.Change;
import io.hybridge.web.DisplayValue;
import io.hybridge.web.text.MessageRenderer;

/** Writes runs in the reader's words. */
@Component
public class RunViews {

	private final JournaledChanges changes;

	private final ServerProbes probes;

	private final ChangeTimeline timeline;

	private final Plans plans;

	private final ChangeViews changeViews;

	private final Organizations organizations;

	private final MessageRenderer texts;

	RunViews(JournaledChanges changes, ServerProbes probes, ChangeTimeline timeline, Plans plans,
			ChangeViews changeViews, Organizations organizations, MessageRenderer texts) {
		this.changes = changes;
		this.probes = probes;
		this.timeline = timeline;
		this.plans = plans;
		this.changeViews = changeViews;
		this.organizations = organizations;
		this.texts = texts;
	}

	public RunView of(StepRun run) {
		Map<Long, List<Entry>> lines = this.timeline.of(run.id())
			.stream()
			.collect(Collectors.groupingBy(Entry::change));
		Organization organization = this.organizations.require(run.organization());
		return new RunView(run.id(), run.organization().value(), organization.name(), organization.environment().name(),
				run.step(), run.kind(), run.state(), run.actor().name(), run.reason(), run.requestedAt(),
				run.startedAt(), run.endedAt(), run.nextAt(),
				this.changes.of(run.id())
					.stream()
					.map((row) -> progress(row, run.state(), lines.getOrDefault(row.id(), List.of())))
					.toList(),
				this.probes.findByRunIdOrderByOrdinal(run.id()).stream().map(this::probe).toList(),
				(run.state() == RunState.STALE) ? differences(run) : List.of());
	}

	private List<String> differences(StepRun run) {
		List<Change> planned = this.plans.find(run.planId()).orElseThrow().content().changes();
		List<Change> now = this.plans.madeBy(run.id()).map((plan) -> plan.content().changes()).orElse(List.of());
		return PlanDifferences.between(planned, now)
			.stream()
			.map((difference) -> this.texts.of("stale." + difference.kind().slug(),
					this.changeViews.title(difference.change()), absentOr(difference.planned()),
					absentOr(difference.found())))
			.toList();
	}

	private String absentOr(String value) {
		return value.isEmpty() ? this.texts.of("change.absent") : value;
	}

	private ChangeProgress progress(JournaledChange row, RunState run, List<Entry> lines) {
		Change change = row.change();
		return new ChangeProgress(this.changeViews.title(change), change.place().label(), row.state(),
				status(row.state(), run),
				lines.stream().map((line) -> new Line(line.at(), this.texts.of(line.text()))).toList(), row.nextAt(),
				ChangeJson.fields(row.evidence()), row.evidence().text(), shown(change.before()), shown(change.after()),
				shown(row.evidence().found()));
	}

	private DisplayValue shown(String value) {
		return (value == null || value.isEmpty()) ? DisplayValue.words(this.texts.of("change.absent"))
				: DisplayValue.code(value);
	}

	private ProbeView probe(ServerProbe row) {
		long wait = (row.dueAt() != null) ? Duration.between(row.restartedAt(), row.dueAt()).toSeconds() : 0;
		return new ProbeView(row.server().split("\\.")[0].toUpperCase(java.util.Locale.ROOT), row.state(), status(row),
				row.restartedAt(), row.dueAt(), row.probedAt(), wait, row.resultType(), row.error(), row.exception(),
				unseen(row), row.evidence());
	}

	private String unseen(ServerProbe row) {
		return (row.state() == ProbeState.NOT_REACHED) ? this.texts.of("failure." + row.error(), row.server()) : null;
	}

	private static String status(ServerProbe row) {
		return switch (row.state()) {
			case WAITING -> "waiting";
			case RESTARTING, COUNTING_DOWN -> "running";
			case UNKNOWN -> "unknown";
			case PROBED -> row.succeeded() ? "succeeded" : "failed";
			case NOT_REACHED -> "unseen";
		};
	}

	private static String status(ChangeState state, RunState run) {
		return switch (state) {
			case WAITING -> run.ended() ? "not-reached" : "waiting";
			case SENT -> "running";
			case UNKNOWN -> "unknown";
			case DONE -> "done";
			case NOT_DONE -> "not-done";
			case CONFLICT -> "conflict";
		};
	}

}
