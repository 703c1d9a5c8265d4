/**
 * How servers get a token from the tenant: the metadata document, and the token service
 * that checks an assertion against the registered keys.
 */
package io.hybridge.lab.tenant.token;
