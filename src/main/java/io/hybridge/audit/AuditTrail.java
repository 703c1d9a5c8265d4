package io.hybridge.audit;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * What other features show of the record: the newest of an organization, and one run's.
 */
@Component
public class AuditTrail {

	private static final int LONGEST_RUN = 500;

	private final AuditEntries entries;

	private final AuditLines lines;

	AuditTrail(AuditEntries entries, AuditLines lines) {
		this.entries = entries;
		this.lines = lines;
	}

	/**
	 * The newest records.
	 * @param organizationId of one organization, or null for everything
	 * @param limit how many at most
	 * @return newest first
	 */
	public List<AuditLine> recent(Long organizationId, int limit) {
		return this.lines.lines(this.entries.newest(AuditFilter.ofChain(organizationId), limit).rows());
	}

	/**
	 * What changed something or calls for somebody, among the newest records: results
	 * only, a run once.
	 * @param organizationId of one organization, or null for everything
	 * @param limit how many at most
	 * @return newest first
	 */
	public List<AuditLine> changes(Long organizationId, int limit) {
		return this.lines.lines(this.entries.changes(organizationId, limit));
	}

	/**
	 * Everything a run recorded.
	 * @param runId which run
	 * @return oldest first
	 */
	public List<AuditLine> ofRun(long runId) {
		return this.lines.lines(this.entries.ofRun(runId, LONGEST_RUN));
	}

}
