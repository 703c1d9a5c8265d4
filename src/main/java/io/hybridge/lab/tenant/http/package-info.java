/**
 * HTTPS of the tenant: requests find their route, faults happen to them, and each of
 * Microsoft's services refuses in its own shape.
 */
package io.hybridge.lab.tenant.http;
