package io.hybridge.microsoft365;

import java.net.URI;

/**
 * A cloud as it is reached: at Microsoft's own addresses, or in the lab, which stands in
 * for any of them. Nothing else in the product knows a host of Microsoft 365.
 *
 * @param known which cloud
 * @param signIn base address of the sign-in service
 * @param browser base address at which a browser signs in; the sign-in service but in the
 * lab, whose authority no browser knows
 * @param graph base address of Microsoft Graph without the version
 * @param clientId application id that signs administrators in
 * @param instanceDiscovery whether MSAL may ask Microsoft about the sign-in host; never
 * in the lab
 * @param authorities PEM of the authorities to trust, or null for the Java runtime's
 */
public record Cloud(KnownCloud known, URI signIn, URI browser, URI graph, String clientId, boolean instanceDiscovery,
		String authorities) {

	public Cloud(KnownCloud known, URI signIn, URI graph, String clientId, boolean instanceDiscovery,
			String authorities) {
		this(known, signIn, signIn, graph, clientId, instanceDiscovery, authorities);
	}

	/** The same cloud, with another application of ours. */
	Cloud with(String clientId) {
		return new Cloud(this.known, this.signIn, this.browser, this.graph, clientId, this.instanceDiscovery,
				this.authorities);
	}

}
