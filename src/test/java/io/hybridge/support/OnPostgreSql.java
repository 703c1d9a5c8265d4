package io.hybridge.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;

/** Runs a {@link PersistenceTest} on a real PostgreSQL, in a database of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PersistenceTest
@Import(PostgreSqlDatabase.class)
public @interface OnPostgreSql {

}
