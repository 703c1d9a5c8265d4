package io.hybridge.security.setup;

import org.springframework.context.annotation.Import;

import io.hybridge.support.PostgreSqlDatabase;

@Import(PostgreSqlDatabase.class)
class SetupOnPostgreSqlTests extends SetupTests {

}
