/** How much somebody has proved of who they are, between the password and the session. */
package io.hybridge.security.proof;
