package io.hybridge.enablement.run;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.run.RunView.Ended;
import io.hybridge.enablement.run.RunView.Progress;
import io.hybridge.enablement.run.RunView.Request;
import io.hybridge.enablement.run.RunView.Subject;
import io.hybridge.enablement.run.RunView.Underway;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.Organizations;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;

/** Writes runs in the reader's words. */
@Component
public class RunViews {

	private final Organizations organizations;

	private final ChangeProgressViews changes;

	private final ProbeViews probes;

	private final StaleDifferences differences;

	private final EnablementSettings settings;

	RunViews(Organizations organizations, ChangeProgressViews changes, ProbeViews probes, StaleDifferences differences,
			EnablementSettings settings) {
		this.organizations = organizations;
		this.changes = changes;
		this.probes = probes;
		this.differences = differences;
		this.settings = settings;
	}

	public RunView of(StepRun run) {
		Organization organization = this.organizations.require(run.organization());
		return new RunView(subject(run, organization), new Request(run.actor().name(), run.reason(), run.requestedAt()),
				progress(run, organization.environment()), this.changes.of(run), this.probes.of(run));
	}

	private static Subject subject(StepRun run, Organization organization) {
		return new Subject(run.id(), run.organization(), organization.scope(), run.step(), run.kind());
	}

	private Progress progress(StepRun run, Environment environment) {
		if (!run.state().ended()) {
			Instant since = (run.startedAt() != null) ? run.startedAt() : run.requestedAt();
			return new Underway(run.kind(), since, run.stopAsked(), this.settings.probeWait(environment).toSeconds(),
					run.state() == RunState.PARKED);
		}
		return new Ended(run.kind(), run.state(), run.endedAt(),
				(run.state() == RunState.STALE) ? this.differences.of(run) : List.of());
	}

}
