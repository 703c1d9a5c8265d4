/** What is read and changed through Microsoft Graph. */
package io.hybridge.microsoft365.graph;
