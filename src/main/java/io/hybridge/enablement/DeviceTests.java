package io.hybridge.enablement;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.enablement.offer.Verb;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.step.StepName;

/** Records what a person saw on a phone, with the person's name. */
@Component
public class DeviceTests {

	private final JdbcClient jdbc;

	private final Organizations organizations;

	private final AuditLog audit;

	private final Admission admission;

	private final Clock clock;

	DeviceTests(JdbcClient jdbc, Organizations organizations, AuditLog audit, Admission admission, Clock clock) {
		this.jdbc = jdbc;
		this.organizations = organizations;
		this.audit = audit;
		this.admission = admission;
		this.clock = clock;
	}

	public void requireOffered(OrganizationId organization) {
		this.admission.require(organization, StepName.PUSH_PROXY, Verb.DEVICE_TEST);
	}

	@Transactional
	public void record(OrganizationId organization, DeviceTestForm form, AuditActor person) {
		this.admission.hold(organization, StepName.PUSH_PROXY, Verb.DEVICE_TEST);
		this.jdbc.sql("""
				insert into device_test (organization_id, answer, badge_number, note, account_id, account_name,
				  recorded_at, built)
				values (:organization, :answer, :number, :note, :account, :name, :at,
				  coalesce((select number from built_state where organization_id = :organization), 0))""")
			.param("organization", organization.value())
			.param("answer", form.answer())
			.param("number", form.badge())
			.param("note", form.givenNote())
			.param("account", person.id())
			.param("name", person.name())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.audit.append(AuditEntry
			.of(AuditKind.DEVICE_TEST, form.answer().equals("no") ? AuditOutcome.NEEDS_ATTENTION : AuditOutcome.DONE,
					person)
			.about(organization.value(), this.organizations.require(organization).name())
			.with("answer", form.told())
			.with("number", (form.badge() != null) ? form.number() : "")
			.with("note", (form.givenNote() != null) ? form.givenNote() : ""));
	}

}
