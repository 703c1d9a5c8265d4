package io.hybridge.audit.reading;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * What other features show of the record: what changed something, and what one run did.
 */
@Component
public class AuditFeed {

	private static final int LONGEST_RUN = 500;

	private final AuditQueries queries;

	private final AuditViews views;

	AuditFeed(AuditQueries queries, AuditViews views) {
		this.queries = queries;
		this.views = views;
	}

	/**
	 * What changed something or calls for somebody, among the newest records: results
	 * only, a run once.
	 * @param organizationId of one organization, or null for everything
	 * @param limit how many at most
	 * @return newest first
	 */
	public List<AuditView> changes(Long organizationId, int limit) {
		return this.views.of(this.queries.changes(organizationId, limit));
	}

	/**
	 * Everything a run recorded.
	 * @return oldest first
	 */
	public List<AuditView> ofRun(long runId) {
		return this.views.of(this.queries.ofRun(runId, LONGEST_RUN));
	}

}
