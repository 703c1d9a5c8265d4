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
import io.hybridge.run.probe.ProbeState;
import io.hybridge.run.probe.ServerProbe;
import io.hybridge.run.probe.ServerProbes;
import io.hybridge.web.text.MessageRenderer;

/** Writes the probes of a run in the reader's words. */
@Component
class ProbeViews {

	private final ServerProbes probes;

	private final MessageRenderer texts;

	ProbeViews(ServerProbes probes, MessageRenderer texts) {
		this.probes = probes;
		this.texts = texts;
	}

	List<ProbeView> of(StepRun run) {
		return this.probes.findByRunIdOrderByOrdinal(run.id()).stream().map(this::view).toList();
	}

	private ProbeView view(ServerProbe probe) {
		return new ProbeView(probe.server().split("\\.")[0].toUpperCase(Locale.ROOT), status(probe), restart(probe),
				pause(probe), result(probe), unseen(probe));
	}

	/** A restart that was sent and not answered is neither made nor not made. */
	private static Restart restart(ServerProbe probe) {
		if (probe.restartedAt() != null) {
			return new Restart("probe.restarted", probe.restartedAt());
		}
		return switch (probe.state()) {
			case WAITING -> new Restart("probe.not-restarted", null);
			case RESTARTING, COUNTING_DOWN -> new Restart("probe.restart-sent", probe.intentAt());
			case UNKNOWN -> new Restart("probe.restart-unknown", probe.intentAt());
			case PROBED, NOT_REACHED -> (probe.intentAt() != null)
					? new Restart("probe.restart-unconfirmed", probe.intentAt()) : new Restart("probe.not-sent", null);
		};
	}

	private static Pause pause(ServerProbe probe) {
		long seconds = (probe.dueAt() != null) ? Duration.between(probe.restartedAt(), probe.dueAt()).toSeconds() : 0;
		return new Pause(probe.state() == ProbeState.COUNTING_DOWN, probe.dueAt(), probe.probedAt(), seconds);
	}

	private static Result result(ServerProbe probe) {
		if (probe.state() != ProbeState.PROBED) {
			return null;
		}
		return new Result(probe.resultType(), emptyToNull(probe.error()), emptyToNull(probe.exception()));
	}

	private static String emptyToNull(String text) {
		return (text != null && !text.isEmpty()) ? text : null;
	}

	private Unseen unseen(ServerProbe probe) {
		if (probe.state() != ProbeState.NOT_REACHED) {
			return null;
		}
		return new Unseen(this.texts.of("failure." + probe.error(), probe.server()), probe.evidence());
	}

	private static String status(ServerProbe probe) {
		return switch (probe.state()) {
			case WAITING -> "waiting";
			case RESTARTING, COUNTING_DOWN -> "running";
			case UNKNOWN -> "unknown";
			case PROBED -> probe.succeeded() ? "succeeded" : "failed";
			case NOT_REACHED -> "unseen";
		};
	}

}
