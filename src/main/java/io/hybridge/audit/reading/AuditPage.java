package io.hybridge.audit.reading;

import java.util.List;

/**
 * One page of the list, newest first.
 *
 * @param rows at most a page full
 * @param newer whether there is something above
 * @param older whether there is something below
 */
record AuditPage(List<AuditSummary> rows, boolean newer, boolean older) {

	Long firstId() {
		return (this.newer && !this.rows.isEmpty()) ? this.rows.getFirst().id() : null;
	}

	Long lastId() {
		return (this.older && !this.rows.isEmpty()) ? this.rows.getLast().id() : null;
	}

}
