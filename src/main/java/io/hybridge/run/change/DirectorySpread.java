package io.hybridge.run.change;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.EnablementSettings;
import io.hybridge.step.StepName;

/**
 * Tells from when on every server knows what was changed through the entry server: it may
 * work with another domain controller, and its health manager keeps what it found there
 * when it started.
 */
@Component
public class DirectorySpread {

	private final JournaledChanges changes;

	private final EnablementSettings settings;

	DirectorySpread(JournaledChanges changes, EnablementSettings settings) {
		this.changes = changes;
		this.settings = settings;
	}

	public Instant arrived(OrganizationId organization) {
		return Stream.of(StepName.OAUTH, StepName.PUSH_PROXY)
			.flatMap((step) -> this.changes.newestSentIn(organization, step).stream())
			.map((change) -> change.attempts().intentAt().plus(this.settings.exchangeSettle()))
			.max(Comparator.naturalOrder())
			.orElse(Instant.MIN);
	}

}
