/**
 * Whether the database is still there, and what to do where it has closed itself.
 */
package io.hybridge.web.database;
