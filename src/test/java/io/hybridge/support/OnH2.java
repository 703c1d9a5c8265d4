package io.hybridge.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a {@link PersistenceTest} on the file database that the product uses by default.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PersistenceTest
public @interface OnH2 {

	/** A property: whoever waits for a row gives up no sooner than on PostgreSQL. */
	String PATIENT = "spring.datasource.hikari.connection-init-sql=set lock_timeout 600000";

}
