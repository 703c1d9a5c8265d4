package io.hybridge.audit.reading;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class AuditQueriesOnPostgreSqlTests extends AuditQueriesContract {

}
