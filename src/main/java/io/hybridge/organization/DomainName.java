package io.hybridge.organization;

/**
 * A domain name in its one canonical form, the lower-case A-label, so that equal domains
 * are equal values.
 *
 * @param value for instance {@code fabrikam.com} or {@code xn--bcher-kva.example}
 */
public record DomainName(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
