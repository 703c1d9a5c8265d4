package io.hybridge.security.signin;

import org.springframework.context.annotation.Import;

import io.hybridge.support.PostgreSqlDatabase;

@Import(PostgreSqlDatabase.class)
class SignInOnPostgreSqlTests extends SignInTests {

}
