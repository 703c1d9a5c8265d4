package io.hybridge.database;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class StorableColumnsOnPostgreSqlTests extends StorableColumnsContract {

}
