package io.hybridge.monitoring;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class OrganizationOverviewOnPostgreSqlTests extends OrganizationOverviewContract {

}
