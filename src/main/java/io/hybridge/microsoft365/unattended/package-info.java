/** How an application reads a tenant with a certificate while nobody is signed in. */
package io.hybridge.microsoft365.unattended;
