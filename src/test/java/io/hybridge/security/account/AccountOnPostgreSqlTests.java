package io.hybridge.security.account;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class AccountOnPostgreSqlTests extends AccountContract {

}
