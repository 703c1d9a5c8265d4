package io.hybridge.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which rows of the fault matrix a test shows; see {@code docs/reliability.md}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface Faults {

	/** For instance {@code F12}. */
	String[] value();

}
