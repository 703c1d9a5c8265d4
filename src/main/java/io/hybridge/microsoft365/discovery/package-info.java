/** What Microsoft says about a domain to somebody who is not signed in. */
package io.hybridge.microsoft365.discovery;
