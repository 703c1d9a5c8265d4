package io.hybridge.enablement.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.run.ProbeView.Pause;
import io.hybridge.enablement.run.ProbeView.Restart;
import io.hybridge.enablement.run.ProbeView.Result;
import io.hybridge.enablement.run.ProbeView.Unseen;
import io.hybridge.run.StepRun;
import io.hybridge.run.probe.JournaledProbe;
import io.hybridge.run.probe.ProbeJournal;
import io.hybridge.run.probe.ProbeState;
import io.hybridge.web.text.MessageRenderer;

/** Writes the probes of a run in the reader's words. */
@Component
class ProbeViews {

	private final ProbeJournal probes;

	private final MessageRenderer texts;

	ProbeViews(ProbeJournal probes, MessageRenderer texts) {
		this.probes = probes;
		this.texts = texts;
	}

	List<ProbeView> of(StepRun run) {
		return this.probes.of(run.id()).stream().map(this::view).toList();
	}

	private ProbeView view(JournaledProbe probe) {
		return new ProbeView(probe.server().split("\\.")[0].toUpperCase(Locale.ROOT), status(probe), restart(probe),
				pause(probe), result(probe), unseen(probe));
	}

	/** A restart that was sent and not answered is neither made nor not made. */
	private static Restart restart(JournaledProbe probe) {
		if (probe.restart().at() != null) {
			return new Restart("probe.restarted", probe.restart().at());
		}
		return switch (probe.state()) {
			case WAITING -> new Restart("probe.not-restarted", null);
			case RESTARTING, COUNTING_DOWN -> new Restart("probe.restart-sent", probe.restart().intentAt());
			case UNKNOWN -> new Restart("probe.restart-unknown", probe.restart().intentAt());
			case PROBED,
					NOT_REACHED ->
				(probe.restart().intentAt() != null)
						? new Restart("probe.restart-unconfirmed", probe.restart().intentAt())
						: new Restart("probe.not-sent", null);
		};
	}

	private static Pause pause(JournaledProbe probe) {
		long seconds = (probe.restart().dueAt() != null)
				? Duration.between(probe.restart().at(), probe.restart().dueAt()).toSeconds() : 0;
		return new Pause(probe.state() == ProbeState.COUNTING_DOWN, probe.restart().dueAt(), probe.outcome().at(),
				seconds);
	}

	private static Result result(JournaledProbe probe) {
		if (probe.state() != ProbeState.PROBED) {
			return null;
		}
		return new Result(probe.outcome().resultType(), emptyToNull(probe.outcome().error()),
				emptyToNull(probe.outcome().exception()));
	}

	private static String emptyToNull(String text) {
		return (text != null && !text.isEmpty()) ? text : null;
	}

	private Unseen unseen(JournaledProbe probe) {
		if (probe.state() != ProbeState.NOT_REACHED) {
			return null;
		}
		return new Unseen(this.texts.of("failure." + probe.outcome().error(), probe.server()),
				probe.outcome().evidence());
	}

	private static String status(JournaledProbe probe) {
		return switch (probe.state()) {
			case WAITING -> "waiting";
			case RESTARTING, COUNTING_DOWN -> "running";
			case UNKNOWN -> "unknown";
			case PROBED -> probe.outcome().succeeded() ? "succeeded" : "failed";
			case NOT_REACHED -> "unseen";
		};
	}

}
