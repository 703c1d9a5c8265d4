package io.hybridge.run.probe;

import java.util.List;

import io.hybridge.run.probe.ProbeResults.Probed;

/** What the probes of all mailbox servers together say about the push proxy. */
public enum ProbeVerdict {

	/** Every server proved it. */
	PROVED,
	/** A server showed that it does not work. */
	FAILED,
	/** No server showed that, but not every one could be asked. */
	UNKNOWN,
	/** No server was probed. */
	NONE;

	public static ProbeVerdict of(List<Probed> probes) {
		if (probes.isEmpty()) {
			return NONE;
		}
		if (probes.stream().anyMatch((probe) -> probe.reached() && !probe.succeeded())) {
			return FAILED;
		}
		return probes.stream().allMatch(Probed::succeeded) ? PROVED : UNKNOWN;
	}

}
