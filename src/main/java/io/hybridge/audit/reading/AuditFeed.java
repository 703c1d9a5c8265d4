package io.hybridge.audit.reading;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.audit.search.Search;

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
	 * What changed something, among the newest records: results only, a run once.
	 * @param organizationId of one organization, or null for everything
	 * @param limit how many at most
	 * @return newest first
	 */
	public List<AuditView> changes(Long organizationId, int limit) {
		return this.views.of(this.queries.changes(organizationId, limit).stream().map(AuditGroup::alone).toList());
	}

	/** What a run recorded, as far as a page can show it. */
	public Trail ofRun(long runId) {
		List<AuditSummary> recorded = this.queries.ofRun(runId, LONGEST_RUN + 1);
		String all = (recorded.size() > LONGEST_RUN) ? Search.addressOf("run:" + runId) : null;
		List<AuditSummary> shown = recorded.stream().limit(LONGEST_RUN).toList();
		return new Trail(this.views.of(AuditGroup.of(shown, List.of(), shown)), shown.size(), all);
	}

	/**
	 * What a run recorded.
	 *
	 * @param views an attempt and its result together, oldest first
	 * @param records how many records these are
	 * @param all address of all of them where there are more than these, or null
	 */
	public record Trail(List<AuditView> views, int records, String all) {
	}

}
