package io.hybridge.run.execution;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class EndsAtTheSameTimeOnPostgreSqlTests extends EndsAtTheSameTimeContract {

}
