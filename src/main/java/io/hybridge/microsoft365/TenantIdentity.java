package io.hybridge.microsoft365;

/**
 * As whom a person acts in a tenant.
 *
 * @param userName user principal name, which may be given again
 * @param objectId of the account in the tenant, which may not, or empty
 * @param tenantId of the tenant
 */
public record TenantIdentity(String userName, String objectId, String tenantId) {
}
