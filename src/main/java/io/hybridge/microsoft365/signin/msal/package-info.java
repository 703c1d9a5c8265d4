/** Microsoft's own sign-in library, and what its answers mean. */
package io.hybridge.microsoft365.signin.msal;
