package io.hybridge.enablement.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.hybridge.step.StepName;

/**
 * Why probes failed, in the reader's words: once, however many servers it is about.
 *
 * @param meaning what it means and what to do
 * @param said what each of the servers said
 */
record ProbeTrouble(Meaning meaning, List<Said> said) {

	static List<ProbeTrouble> of(List<ProbeView> probes) {
		Map<Meaning, List<ProbeView>> alike = new LinkedHashMap<>();
		probes.stream()
			.filter((probe) -> probe.trouble() != null)
			.forEach((probe) -> alike.computeIfAbsent(probe.trouble(), (meaning) -> new ArrayList<>()).add(probe));
		return alike.entrySet().stream().map((entry) -> of(entry.getKey(), entry.getValue())).toList();
	}

	private static ProbeTrouble of(Meaning meaning, List<ProbeView> probes) {
		Map<String, List<ProbeView>> alike = new LinkedHashMap<>();
		probes.forEach((probe) -> alike.computeIfAbsent(probe.words(), (words) -> new ArrayList<>()).add(probe));
		return new ProbeTrouble(meaning,
				alike.entrySet().stream().map((entry) -> Said.by(entry.getValue(), entry.getKey())).toList());
	}

	/** Short names of the servers it is about. */
	public String servers() {
		return this.said.stream().map(Said::servers).collect(Collectors.joining(", "));
	}

	/** Names of the servers as a command takes them. */
	public String hosts() {
		return this.said.stream().map(Said::hosts).collect(Collectors.joining(", "));
	}

	/** Whether anybody said anything. */
	public boolean quoted() {
		return this.said.stream().anyMatch((said) -> !said.words().isEmpty());
	}

	/**
	 * What a failure means; its sentences may name the servers.
	 *
	 * @param code its name for good, and what Microsoft 365 called it
	 * @param titleKey of its heading
	 * @param textKey of what it means
	 * @param sideKey of whose side it is
	 * @param todoKey of what to do next, or null where the text says so
	 * @param step the step that can mend it, or null
	 * @param level how much is known of it
	 */
	record Meaning(String code, String titleKey, String textKey, String sideKey, String todoKey, StepName step,
			Level level) {

		public String stepKey() {
			return "step." + this.step.slug() + ".name";
		}

	}

	/** What is known of a failure. */
	enum Level {

		UNDERSTOOD, NOT_UNDERSTOOD, NOT_ASKED;

		public boolean failed() {
			return this != NOT_ASKED;
		}

		public boolean strange() {
			return this == NOT_UNDERSTOOD;
		}

	}

	/**
	 * What servers said.
	 *
	 * @param servers short names
	 * @param hosts fully qualified names
	 * @param words word for word, or empty
	 */
	record Said(String servers, String hosts, String words) {

		private static Said by(List<ProbeView> probes, String words) {
			return new Said(probes.stream().map(ProbeView::server).collect(Collectors.joining(", ")),
					probes.stream().map(ProbeView::host).collect(Collectors.joining(", ")), words);
		}

	}

}
