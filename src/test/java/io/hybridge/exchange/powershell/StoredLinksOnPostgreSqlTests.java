package io.hybridge.exchange.powershell;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class StoredLinksOnPostgreSqlTests extends StoredLinksContract {

}
