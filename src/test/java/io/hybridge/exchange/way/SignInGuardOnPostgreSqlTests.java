package io.hybridge.exchange.way;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class SignInGuardOnPostgreSqlTests extends SignInGuardContract {

}
