package io.hybridge.monitoring;

import io.hybridge.support.PostgreSqlDatabase;

import org.springframework.context.annotation.Import;

@Import(PostgreSqlDatabase.class)
class MonitoringPagesOnPostgreSqlTests extends MonitoringPagesTests {

}
