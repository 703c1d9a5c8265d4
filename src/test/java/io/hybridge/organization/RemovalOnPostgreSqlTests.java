package io.hybridge.organization;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class RemovalOnPostgreSqlTests extends RemovalContract {

}
