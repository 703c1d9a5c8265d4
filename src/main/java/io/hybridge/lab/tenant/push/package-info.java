/**
 * The push endpoint of the tenant: it checks a server's token and raises the number on
 * the phone.
 */
package io.hybridge.lab.tenant.push;
