package io.hybridge.security;

import org.springframework.context.annotation.Import;

import io.hybridge.support.PostgreSqlDatabase;

@Import(PostgreSqlDatabase.class)
class StrangeTextOnPostgreSqlTests extends StrangeTextTests {

}
