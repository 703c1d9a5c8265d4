/**
 * What keeps the console from starting, said in one sentence with what to do: a mistyped
 * setting, a port or a database in use.
 */
package io.hybridge.web.startup;
