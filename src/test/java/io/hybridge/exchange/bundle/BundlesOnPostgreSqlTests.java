package io.hybridge.exchange.bundle;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class BundlesOnPostgreSqlTests extends BundlesContract {

}
