package io.hybridge.run.plan;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class SeenServersOnPostgreSqlTests extends SeenServersContract {

}
