/**
 * How Microsoft is asked over HTTP: one client per cloud, what an answer or its absence
 * means, and which reads are repeated.
 */
package io.hybridge.microsoft365.http;
