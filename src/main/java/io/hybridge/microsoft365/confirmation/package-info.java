/**
 * In which of Microsoft's clouds a tenant is, as Microsoft says and a person confirms.
 */
package io.hybridge.microsoft365.confirmation;
