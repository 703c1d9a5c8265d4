package io.hybridge.run;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class LeasesOnPostgreSqlTests extends LeasesContract {

}
