package io.hybridge.exchange.link;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class StoredLinksOnPostgreSqlTests extends StoredLinksContract {

}
