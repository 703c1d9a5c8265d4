package io.hybridge.audit;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * What other features show of the record: the newest of an organization, and one run's.
 */
@Component
public class AuditTrail {

	private static final int LONGEST_RUN = 500;

	private final AuditEntries entries;

	AuditTrail(AuditEntries entries) {
		this.entries = entries;
	}

	/**
	 * The newest records.
	 * @param organizationId of one organization, or null for everything
	 * @param limit how many at most
	 * @return newest first
	 */
	public List<Line> recent(Long organizationId, int limit) {
		return lines(this.entries.newest(AuditFilter.ofChain(organizationId), limit).rows());
	}

	/**
	 * What changed something or calls for somebody, among the newest records: results
	 * only, a run once.
	 * @param organizationId of one organization, or null for everything
	 * @param limit how many at most
	 * @return newest first
	 */
	public List<Line> changes(Long organizationId, int limit) {
		return lines(this.entries.changes(organizationId, limit));
	}

	/**
	 * Everything a run recorded.
	 * @param runId which run
	 * @return oldest first
	 */
	public List<Line> ofRun(long runId) {
		return lines(this.entries.ofRun(runId, LONGEST_RUN));
	}

	private static List<Line> lines(List<AuditRow> rows) {
		return rows.stream()
			.map((row) -> new Line(row.id(), row.at(), row.sentence(), row.outcome(), row.status(), row.organization()))
			.toList();
	}

	/**
	 * One record in short. In a template: {@code ~{audit/fragments ::
	 * sentence(${line.sentence})}}.
	 *
	 * @param id as in {@code /audit/{id}}
	 * @param at when
	 * @param sentence what happened
	 * @param outcome how it ended
	 * @param status key of the status word for the outcome
	 * @param organization its name then, or null for the console
	 */
	public record Line(long id, Instant at, AuditSentence sentence, AuditOutcome outcome, String status,
			String organization) {
	}

}
