package io.hybridge.enablement;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class StatusesOnPostgreSqlTests extends StatusesContract {

}
