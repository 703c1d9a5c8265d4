package io.hybridge.security;

import io.hybridge.support.PostgreSqlDatabase;

import org.springframework.context.annotation.Import;

@Import(PostgreSqlDatabase.class)
class SetupOnPostgreSqlTests extends SetupTests {

}
