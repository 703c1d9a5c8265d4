package io.hybridge.run.status;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From when on something is worth a word.
 *
 * @param oldAfter age from which what was seen is called old
 * @param expiresSoon how long before its end the auth certificate needs attention
 */
@Validated
@ConfigurationProperties("hybridge.monitoring")
public record StatusSettings(@DefaultValue("24h") Duration oldAfter, @DefaultValue("30d") Duration expiresSoon) {

	/** What was seen before this moment is old. */
	public Instant oldBefore(Instant now) {
		return now.minus(this.oldAfter);
	}

	/** What ends before this moment needs attention. */
	public Instant soonBefore(Instant now) {
		return now.plus(this.expiresSoon);
	}

}
