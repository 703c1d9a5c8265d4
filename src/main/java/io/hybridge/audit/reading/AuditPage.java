package io.hybridge.audit.reading;

import java.util.List;

/**
 * One page of the list, newest first.
 *
 * @param summaries at most a page full
 * @param newer whether there is something above
 * @param older whether there is something below
 */
record AuditPage(List<AuditSummary> summaries, boolean newer, boolean older) {

	Long firstId() {
		return (this.newer && !this.summaries.isEmpty()) ? this.summaries.getFirst().id() : null;
	}

	Long lastId() {
		return (this.older && !this.summaries.isEmpty()) ? this.summaries.getLast().id() : null;
	}

}
