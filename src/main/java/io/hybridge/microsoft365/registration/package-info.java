/** The application with which the administrators of an organization sign in. */
package io.hybridge.microsoft365.registration;
