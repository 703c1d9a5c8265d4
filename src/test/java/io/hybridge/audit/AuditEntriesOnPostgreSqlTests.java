package io.hybridge.audit;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class AuditEntriesOnPostgreSqlTests extends AuditEntriesContract {

}
