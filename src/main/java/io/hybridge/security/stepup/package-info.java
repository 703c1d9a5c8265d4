/** Asks once more who somebody is before a deed that a session left open must not do. */
package io.hybridge.security.stepup;
