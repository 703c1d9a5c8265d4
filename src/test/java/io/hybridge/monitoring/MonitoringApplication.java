package io.hybridge.monitoring;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import io.hybridge.audit.AuditLog;
import io.hybridge.organization.Organization;
import io.hybridge.organization.sight.VisibleOrganizations;
import io.hybridge.run.ActiveRuns;
import io.hybridge.run.CheckSequences;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.status.Expiries;
import io.hybridge.run.status.StatusSettings;
import io.hybridge.run.status.StepStatuses;
import io.hybridge.web.LayoutModel;
import io.hybridge.web.text.MessageRenderer;

/**
 * The pages of monitoring on a database of their own, without sign-in and without jobs.
 */
@EnableAutoConfiguration(
		excludeName = { "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
				"org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
				"org.springframework.boot.session.autoconfigure.SessionAutoConfiguration" })
@ComponentScan(basePackageClasses = { LayoutModel.class, AuditLog.class, OrganizationPageController.class })
@EntityScan(basePackageClasses = Organization.class)
@EnableJpaRepositories(basePackageClasses = Organization.class)
@ComponentScan(basePackageClasses = StepStatuses.class, useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
				pattern = ".*\\.(StepStatus(es|Table)|UnreachedServers)"))
@Import({ VisibleOrganizations.class, ProbeResults.class, MessageRenderer.class, ActiveRuns.class, CheckSequences.class,
		Expiries.class })
@EnableConfigurationProperties(StatusSettings.class)
@ConfigurationPropertiesScan(basePackageClasses = AuditLog.class)
class MonitoringApplication {

}
