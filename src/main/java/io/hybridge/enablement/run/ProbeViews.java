package io.hybridge.enablement.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.run.ProbeTrouble.Level;
import io.hybridge.enablement.run.ProbeTrouble.Meaning;
import io.hybridge.enablement.run.ProbeView.Pause;
import io.hybridge.enablement.run.ProbeView.Restart;
import io.hybridge.enablement.run.ProbeView.Result;
import io.hybridge.run.StepRun;
import io.hybridge.run.probe.JournaledProbe;
import io.hybridge.run.probe.JournaledProbe.Outcome;
import io.hybridge.run.probe.ProbeCause;
import io.hybridge.run.probe.ProbeFailure;
import io.hybridge.run.probe.ProbeJournal;
import io.hybridge.run.probe.ProbeState;

/** Writes the probes of a run in the reader's words. */
@Component
class ProbeViews {

	private final ProbeJournal probes;

	ProbeViews(ProbeJournal probes) {
		this.probes = probes;
	}

	List<ProbeView> of(StepRun run) {
		return this.probes.of(run.id()).stream().map(ProbeViews::view).toList();
	}

	private static ProbeView view(JournaledProbe probe) {
		return new ProbeView(probe.server().split("\\.")[0].toUpperCase(Locale.ROOT), probe.server(), status(probe),
				restart(probe), pause(probe), result(probe), trouble(probe), words(probe));
	}

	/** A restart that was sent and not answered is neither made nor not made. */
	private static Restart restart(JournaledProbe probe) {
		if (probe.restart().at() != null) {
			return new Restart("probe.restarted", probe.restart().at());
		}
		return switch (probe.state()) {
			case WAITING -> probe.repeated() ? new Restart("probe.repeats", probe.restart().dueAt())
					: new Restart("probe.not-restarted", null);
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
		long seconds = (probe.restart().at() != null)
				? Duration.between(probe.restart().at(), probe.restart().dueAt()).toSeconds() : 0;
		return new Pause(probe.state() == ProbeState.COUNTING_DOWN, probe.restart().dueAt(), probe.outcome().at(),
				seconds);
	}

	private static Result result(JournaledProbe probe) {
		return probe.outcome().succeeded() ? new Result(probe.outcome().resultType(),
				emptyToNull(probe.outcome().error()), emptyToNull(probe.outcome().exception())) : null;
	}

	private static String emptyToNull(String text) {
		return (text != null && !text.isEmpty()) ? text : null;
	}

	private static Meaning trouble(JournaledProbe probe) {
		if (!probe.state().ended() || probe.outcome().succeeded()) {
			return null;
		}
		ProbeFailure failure = probe.failure();
		ProbeCause cause = failure.cause();
		boolean unasked = cause == ProbeCause.NOT_ASKED;
		return new Meaning(cause.code() + (failure.said().isEmpty() ? "" : " · " + failure.said()),
				failure.key() + ".title", unasked ? "failure." + probe.outcome().error() : failure.key() + ".meaning",
				"probe.side." + cause.side().name().toLowerCase(Locale.ROOT).replace('_', '-'),
				unasked ? null : failure.key() + ".todo", cause.mended().orElse(null), level(probe, cause));
	}

	private static Level level(JournaledProbe probe, ProbeCause cause) {
		if (probe.state() == ProbeState.NOT_REACHED) {
			return Level.NOT_ASKED;
		}
		return switch (cause) {
			case UNKNOWN, TOKEN_REFUSED -> Level.NOT_UNDERSTOOD;
			default -> Level.UNDERSTOOD;
		};
	}

	/** Says nothing twice: an exception mostly repeats the error. */
	private static String words(JournaledProbe probe) {
		Outcome outcome = probe.outcome();
		if (probe.state() != ProbeState.PROBED) {
			return (outcome.evidence() != null) ? outcome.evidence() : "";
		}
		String error = (outcome.error() != null) ? outcome.error() : "";
		String exception = (outcome.exception() != null) ? outcome.exception() : "";
		boolean repeated = !error.isEmpty() && exception.contains(error);
		return Stream
			.of("ResultType: " + outcome.resultType(), repeated ? "" : "Error: " + error, "Exception: " + exception)
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining("\n"));
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
