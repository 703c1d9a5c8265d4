package io.hybridge.audit.reading;

import java.util.List;

/**
 * The records of one day as the reader's zone sees it.
 *
 * @param name of that day
 * @param views newest first
 */
record AuditDay(String name, List<AuditView> views) {

}
