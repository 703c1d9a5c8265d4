package io.hybridge.microsoft365;

/**
 * What Microsoft Graph answered to a change.
 *
 * @param request method, address and the property names sent, without key bytes
 * @param status HTTP status
 * @param requestId Microsoft's id of the request, for support
 * @param evidence the answer, word for word
 */
public record TenantAnswer(String request, int status, String requestId, String evidence) {
}
