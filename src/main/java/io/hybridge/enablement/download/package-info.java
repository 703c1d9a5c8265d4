/**
 * What a person may take away: the scripts that do a step by hand, and the public
 * certificate.
 */
package io.hybridge.enablement.download;
