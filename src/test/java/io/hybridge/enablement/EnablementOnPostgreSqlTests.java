package io.hybridge.enablement;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class EnablementOnPostgreSqlTests extends EnablementContract {

}
