/** What a person may change about their own account. */
package io.hybridge.security.profile;
