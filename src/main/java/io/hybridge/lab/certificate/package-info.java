/**
 * The one place where the lab makes keys and certificates, whoever needs them: its own
 * authority, Exchange's servers, the tenant's token service.
 */
package io.hybridge.lab.certificate;
