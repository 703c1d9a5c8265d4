package io.hybridge.microsoft365.graph;

import io.hybridge.microsoft365.TenantReading;

/**
 * Microsoft Graph as an application reads it without a person.
 *
 * @param graph to read with, never to write
 * @param application that reads
 */
record UnattendedGraph(GraphClient graph, TenantReading.Application application) {
}
