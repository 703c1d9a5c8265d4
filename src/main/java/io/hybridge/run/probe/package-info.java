/**
 * What proves that notifications travel: restarts and probes under the journal, and what
 * a person saw on a phone.
 */
@NamedInterface("probe")
package io.hybridge.run.probe;

import org.springframework.modulith.NamedInterface;
