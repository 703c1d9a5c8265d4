/**
 * What a person looks for in the record: the line and the form that say the same, and the
 * conditions they become.
 */
package io.hybridge.audit.search;
