package io.hybridge.audit.reading;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How records are exported.
 *
 * @param turn how long one export may take: whoever reads more slowly gets no more of it
 */
@ConfigurationProperties("hybridge.audit.export")
record ExportSettings(@DefaultValue("15m") Duration turn) {
}
