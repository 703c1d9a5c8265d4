package io.hybridge.monitoring;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import io.hybridge.audit.AuditTrail;
import io.hybridge.enablement.Proofs;
import io.hybridge.enablement.RunsUnderWay;
import io.hybridge.enablement.StepStatuses;
import io.hybridge.enablement.Texts;
import io.hybridge.organization.Organization;
import io.hybridge.web.Frame;

/**
 * The pages of monitoring on a database of their own, without sign-in and without jobs.
 */
@EnableAutoConfiguration(
		excludeName = { "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
				"org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
				"org.springframework.boot.session.autoconfigure.SessionAutoConfiguration" })
@ComponentScan(basePackageClasses = { Frame.class, AuditTrail.class, OrganizationPage.class })
@EntityScan(basePackageClasses = Organization.class)
@EnableJpaRepositories(basePackageClasses = Organization.class)
@Import({ StepStatuses.class, Proofs.class, Texts.class, RunsUnderWay.class })
@EnableConfigurationProperties(MonitoringSettings.class)
class MonitoringApplication {

}
