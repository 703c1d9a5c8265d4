/**
 * The calls of Microsoft Graph that the console needs, among them replacing the keys on
 * the principal.
 */
package io.hybridge.lab.tenant.graph;
