package io.hybridge.organization;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.organization.OrganizationHistory.Use;

/**
 * Corrects, archives, brings back and removes an organization: each in one transaction
 * with its record, with what the other features do about it, and with the proof that
 * nobody begins anything there meanwhile.
 */
@Component
@Transactional
class OrganizationCare {

	private final Organizations organizations;

	private final OrganizationHistory history;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	private final Clock clock;

	OrganizationCare(Organizations organizations, OrganizationHistory history, ApplicationEventPublisher events,
			AuditLog audit, Clock clock) {
		this.organizations = organizations;
		this.history = history;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Gives it another name, and another domain while nothing was changed there.
	 * @param seen version that the person saw
	 * @throws StillInUse when the domain has to stay, or it is archived
	 */
	void correct(OrganizationId id, long seen, Correction wanted, AuditActor person) {
		Use use = held(id);
		Organization organization = seen(id, seen);
		requireInUse(organization);
		String before = described(organization);
		organization.rename(wanted.name());
		if (!wanted.domain().equals(organization.domain())) {
			require(use.untouched(), use);
			organization.move(wanted.domain(), wanted.typedDomain());
			this.events.publishEvent(new Organization.Moved(id, person));
		}
		String after = described(organization);
		if (!after.equals(before)) {
			this.organizations.save(organization);
			this.audit.append(entry(AuditKind.ORGANIZATION_CORRECTED, organization, person).with("before", before)
				.with("after", after));
		}
	}

	/**
	 * Takes it out of all lists.
	 * @throws StillInUse when something is being done there
	 */
	void archive(OrganizationId id, long seen, AuditActor person) {
		Use use = held(id);
		Organization organization = seen(id, seen);
		require(!use.working(), use);
		if (!organization.isArchived()) {
			organization.archive(this.clock.instant());
			this.organizations.save(organization);
			this.events.publishEvent(new Organization.Archived(id, person));
			this.audit.append(entry(AuditKind.ORGANIZATION_ARCHIVED, organization, person));
		}
	}

	void restore(OrganizationId id, long seen, AuditActor person) {
		held(id);
		Organization organization = seen(id, seen);
		if (organization.isArchived()) {
			organization.restore();
			this.organizations.save(organization);
			this.audit.append(entry(AuditKind.ORGANIZATION_RESTORED, organization, person));
		}
	}

	/**
	 * Removes it with everything kept of it; the records stay.
	 * @return what it was called
	 * @throws StillInUse when anything is being done or was ever changed there
	 */
	String remove(OrganizationId id, long seen, AuditActor person) {
		Use use = held(id);
		Organization organization = seen(id, seen);
		require(use.untouched(), use);
		this.events.publishEvent(new Organization.Removed(id, person));
		this.organizations.delete(organization);
		this.audit.append(entry(AuditKind.ORGANIZATION_REMOVED, organization, person));
		return organization.title();
	}

	private Use held(OrganizationId id) {
		this.organizations.require(id);
		return this.history.held(id);
	}

	private Organization seen(OrganizationId id, long version) {
		Organization organization = this.organizations.require(id);
		organization.requireVersion(version);
		return organization;
	}

	private static void require(boolean possible, Use use) {
		if (!possible) {
			throw new StillInUse(use);
		}
	}

	private static void requireInUse(Organization organization) {
		if (organization.isArchived()) {
			throw StillInUse.archived();
		}
	}

	private static AuditEntry entry(AuditKind kind, Organization organization, AuditActor person) {
		return AuditEntry.of(kind, AuditOutcome.DONE, person)
			.about(organization.id().value(), organization.name())
			.with("domain", organization.domain().value());
	}

	private static String described(Organization organization) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("name", organization.name());
		values.put("domain", organization.domain().value());
		return JsonMapper.shared().writeValueAsString(values);
	}

	/**
	 * What it is to be called from now on.
	 *
	 * @param name people know it by
	 * @param domain of its tenant
	 * @param typedDomain as it was typed
	 */
	record Correction(String name, DomainName domain, String typedDomain) {
	}

}
