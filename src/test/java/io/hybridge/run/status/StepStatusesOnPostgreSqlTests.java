package io.hybridge.run.status;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class StepStatusesOnPostgreSqlTests extends StepStatusesContract {

}
