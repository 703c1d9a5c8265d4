package io.hybridge.audit.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One entry of a list: an attempt and its result together, and under the result of a run
 * what the run did.
 *
 * @param shown the newest of its records that the list has
 * @param records all of the attempt and its result, oldest first
 * @param children what a run did, in order
 */
record AuditGroup(AuditSummary shown, List<AuditSummary> records, List<AuditGroup> children) {

	/** A record that stands by itself. */
	static AuditGroup alone(AuditSummary summary) {
		return new AuditGroup(summary, List.of(summary), List.of());
	}

	/**
	 * Puts together what belongs together, in the order of the list.
	 * @param listed the records of a list
	 * @param ofRuns what the runs did whose results are among them, the newest record of
	 * each deed
	 * @param paired all records of the pairs of both
	 */
	static List<AuditGroup> of(List<AuditSummary> listed, List<AuditSummary> ofRuns, List<AuditSummary> paired) {
		Map<String, List<AuditSummary>> pairs = paired.stream().collect(Collectors.groupingBy(AuditSummary::pairing));
		Map<Long, List<AuditGroup>> children = ofRuns.stream()
			.map((summary) -> group(summary, pairs, List.of()))
			.collect(Collectors.groupingBy((group) -> group.shown().runId()));
		Set<String> ends = listed.stream()
			.filter((summary) -> summary.endsRun() && children.containsKey(summary.runId()))
			.map(AuditSummary::pairing)
			.collect(Collectors.toSet());
		return newest(listed).stream()
			.filter((summary) -> !children.containsKey(summary.runId()) || ends.contains(summary.pairing()))
			.map((summary) -> group(summary, pairs,
					ends.contains(summary.pairing()) ? children.get(summary.runId()) : List.of()))
			.toList();
	}

	private static AuditGroup group(AuditSummary summary, Map<String, List<AuditSummary>> pairs,
			List<AuditGroup> children) {
		return new AuditGroup(summary, pairs.getOrDefault(summary.pairing(), List.of(summary)), children);
	}

	/** The newest of each pair. */
	private static List<AuditSummary> newest(List<AuditSummary> listed) {
		Map<String, Long> newest = listed.stream()
			.collect(Collectors.toMap(AuditSummary::pairing, AuditSummary::id, Math::max));
		return listed.stream()
			.filter((summary) -> Objects.equals(newest.get(summary.pairing()), summary.id()))
			.toList();
	}

}
