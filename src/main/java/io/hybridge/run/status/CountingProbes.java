package io.hybridge.run.status;

import java.util.List;
import java.util.Objects;

import io.hybridge.run.probe.ProbeResults.Probed;
import io.hybridge.step.StepName;

/** Says whether a round of probes still proves anything. */
public final class CountingProbes {

	private CountingProbes() {
	}

	/**
	 * Leaves a round out that is older than the newest change of what it is to prove,
	 * which is OAuth as much as the push proxy: it proved another state.
	 * @param probes the newest round
	 * @param steps always four
	 * @return what counts, empty when nothing does
	 */
	public static List<Probed> of(List<Probed> probes, List<StepStatus> steps) {
		boolean overtaken = steps.stream()
			.filter((step) -> step.step() == StepName.OAUTH || step.step() == StepName.PUSH_PROXY)
			.map(StepStatus::changedAt)
			.filter(Objects::nonNull)
			.anyMatch((changed) -> probes.stream().anyMatch((probe) -> probe.at().isBefore(changed)));
		return overtaken ? List.of() : probes;
	}

}
