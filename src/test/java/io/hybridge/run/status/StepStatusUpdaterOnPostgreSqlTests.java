package io.hybridge.run.status;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class StepStatusUpdaterOnPostgreSqlTests extends StepStatusUpdaterContract {

}
