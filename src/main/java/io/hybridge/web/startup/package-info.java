/**
 * What keeps the console from starting, said in one sentence with what to do: a mistyped
 * setting or a database in use; a port in use is told by Spring Boot.
 */
package io.hybridge.web.startup;
