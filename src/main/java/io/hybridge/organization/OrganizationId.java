package io.hybridge.organization;

/**
 * Identifies an organization; every query of an organization's data takes one.
 *
 * @param value the number in the database and in addresses
 */
public record OrganizationId(long value) {

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

}
