package io.hybridge.enablement.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Examination.Candidate;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.web.text.MessageRenderer;

/**
 * What was seen when somebody looked at a step last.
 *
 * @param at when, or null when nobody ever looked
 * @param findings worst first
 * @param candidates certificates to choose from, may be empty
 * @param plannable whether the findings let a plan be made
 * @param changes how many changes would bring what is wanted
 */
public record LastLook(Instant at, List<FindingView> findings, List<Candidate> candidates, boolean plannable,
		int changes) {

	private static final String STOP = "stop";

	private static final String BROKEN = "broken";

	static final LastLook NEVER = new LastLook(null, List.of(), List.of(), false, 0);

	/**
	 * A look in the reader's words.
	 * @param at when
	 */
	public static LastLook of(Instant at, Examination examination, MessageRenderer texts) {
		return new LastLook(at,
				examination.findings().stream().map((finding) -> FindingView.of(finding, texts)).toList(),
				examination.candidates(), examination.plannable(), examination.changes().size());
	}

	public boolean ever() {
		return this.at != null;
	}

	/** What a person must do something about before the step can go on. */
	public List<FindingView> stopping() {
		return this.findings.stream().filter(FindingView::stops).toList();
	}

	/**
	 * Whether nobody said that the tenant is in another cloud than the one that counts.
	 */
	boolean signInPossible() {
		return this.findings.stream().noneMatch(FindingView::cloud);
	}

	/** Whether something of it is proved by no look. */
	boolean unproved() {
		return count(FindingLevel.UNPROVED) > 0;
	}

	/** What the step is concluded from. */
	public List<FindingView> objects() {
		return this.findings.stream().filter((finding) -> !finding.aside()).toList();
	}

	/** What is only good to know. */
	public List<FindingView> asides() {
		return this.findings.stream().filter(FindingView::aside).toList();
	}

	/** What is good to know of objects, the same of several once. */
	public List<Remark> remarks() {
		Map<String, List<String>> remarks = new LinkedHashMap<>();
		for (FindingView finding : objects()) {
			finding.row()
				.notes()
				.forEach((note) -> remarks.computeIfAbsent(note, (text) -> new ArrayList<>())
					.add(finding.row().subject()));
		}
		return remarks.entrySet()
			.stream()
			.map((remark) -> new Remark(String.join(", ", remark.getValue()), remark.getKey()))
			.toList();
	}

	/** Since when our looks have known what was seen, the same of several once. */
	public Map<Instant, String> sightings() {
		return objects().stream()
			.map(FindingView::row)
			.filter((row) -> row.setting().firstSeen() != null)
			.collect(Collectors.groupingBy((row) -> row.setting().firstSeen(), TreeMap::new,
					Collectors.mapping(FindingView.Row::subject, Collectors.joining(", "))));
	}

	/** Words from outside that stand beside no explanation. */
	public List<Finding.Evidence> raw() {
		return objects().stream()
			.filter((finding) -> finding.evidence() != null && !finding.tells())
			.map(FindingView::evidence)
			.toList();
	}

	/** What is told at length. */
	public List<FindingView> telling() {
		return this.findings.stream().filter(FindingView::tells).toList();
	}

	/** The findings in one sentence. */
	public Summary summary() {
		if (!ever()) {
			return summary("never", 0);
		}
		long differences = count(FindingLevel.DIFFERS) + count(FindingLevel.COMING);
		if (this.findings.stream().anyMatch(FindingView::broken)) {
			return summary(BROKEN, differences + count(FindingLevel.BROKEN));
		}
		if (!stopping().isEmpty()) {
			return summary(STOP, stopping().size());
		}
		if (differences == 0) {
			return summary(unproved() ? "unproved" : "fine", 0);
		}
		return summary("differences", differences);
	}

	private Summary summary(String word, long count) {
		return new Summary("enablement.findings." + word, count, this.findings.size() - count(FindingLevel.NOTE),
				word.equals(STOP));
	}

	private long count(FindingLevel level) {
		return this.findings.stream().filter((finding) -> finding.level() == level).count();
	}

	/**
	 * What is good to know.
	 *
	 * @param subjects of which objects
	 * @param text one sentence
	 */
	record Remark(String subjects, String text) {
	}

	/**
	 * A sentence about the findings.
	 *
	 * @param key of its text
	 * @param count of the findings that it is about
	 * @param all of those that are more than a note
	 * @param stops whether they stop the step
	 */
	record Summary(String key, long count, long all, boolean stops) {

		/** Key of the text where it stands in a line that has no room for a heading. */
		public String lineKey() {
			return this.key + (this.key.endsWith(BROKEN) ? ".line" : "");
		}

	}

}
