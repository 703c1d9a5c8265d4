package io.hybridge.enablement.run;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class RunListOnPostgreSqlTests extends RunListContract {

}
