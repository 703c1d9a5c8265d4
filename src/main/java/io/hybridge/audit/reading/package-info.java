/**
 * Reads the record: the pages of the audit log, and what other features show of it, as
 * sentences in the language of the person reading.
 */
@NamedInterface("reading")
package io.hybridge.audit.reading;

import org.springframework.modulith.NamedInterface;
