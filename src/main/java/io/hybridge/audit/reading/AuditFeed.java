package io.hybridge.audit.reading;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * What other features show of the record: the newest of an organization, and one run's.
 */
@Component
public class AuditFeed {

	private static final int LONGEST_RUN = 500;

	private final AuditQueries entries;

	private final AuditViews lines;

	AuditFeed(AuditQueries entries, AuditViews lines) {
		this.entries = entries;
		this.lines = lines;
	}

	/**
	 * The newest records.
	 * @param organizationId of one organization, or null for everything
	 * @param limit how many at most
	 * @return newest first
	 */
	public List<AuditView> recent(Long organizationId, int limit) {
		return this.lines.lines(this.entries.newest(AuditFilter.ofChain(organizationId), limit).rows());
	}

	/**
	 * What changed something or calls for somebody, among the newest records: results
	 * only, a run once.
	 * @param organizationId of one organization, or null for everything
	 * @param limit how many at most
	 * @return newest first
	 */
	public List<AuditView> changes(Long organizationId, int limit) {
		return this.lines.lines(this.entries.changes(organizationId, limit));
	}

	/**
	 * Everything a run recorded.
	 * @param runId which run
	 * @return oldest first
	 */
	public List<AuditView> ofRun(long runId) {
		return this.lines.lines(this.entries.ofRun(runId, LONGEST_RUN));
	}

}
