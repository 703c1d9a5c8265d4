package io.hybridge.microsoft365;

/**
 * By what a tenant's discovery tells its cloud; each may be empty.
 *
 * @param instance for instance {@code microsoftonline.us}
 * @param graph host of Microsoft Graph
 * @param region for instance {@code USGov}
 * @param level within the region, for instance {@code DOD}
 * @param issuer host of the issuer of its tokens
 */
public record CloudNames(String instance, String graph, String region, String level, String issuer) {
}
