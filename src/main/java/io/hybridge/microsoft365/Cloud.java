package io.hybridge.microsoft365;

import java.net.URI;

/**
 * One of Microsoft's clouds, or the lab that stands in for it: nothing else in the
 * product knows a host of Microsoft 365.
 *
 * @param name {@code global} or {@code lab}
 * @param signIn base address of the sign-in service, for instance
 * {@code https://login.microsoftonline.com}
 * @param browser base address at which a browser signs in; the sign-in service but in the
 * lab, whose authority no browser knows
 * @param graph base address of Microsoft Graph without the version, for instance
 * {@code https://graph.microsoft.com}
 * @param metadata base address of the auth server's metadata, for instance
 * {@code https://accounts.accesscontrol.windows.net}
 * @param push where notifications go, for instance
 * {@code https://outlook.office365.com/PushNotifications}
 * @param clientId application id that signs administrators in
 * @param instanceDiscovery whether MSAL may ask Microsoft about the sign-in host; never
 * in the lab
 * @param authorities PEM of the authorities to trust, or null for the Java runtime's
 */
public record Cloud(String name, URI signIn, URI browser, URI graph, URI metadata, URI push, String clientId,
		boolean instanceDiscovery, String authorities) {

	public Cloud(String name, URI signIn, URI graph, URI metadata, URI push, String clientId, boolean instanceDiscovery,
			String authorities) {
		this(name, signIn, signIn, graph, metadata, push, clientId, instanceDiscovery, authorities);
	}

	/** The same cloud, with another application of ours. */
	Cloud with(String clientId) {
		return new Cloud(this.name, this.signIn, this.browser, this.graph, this.metadata, this.push, clientId,
				this.instanceDiscovery, this.authorities);
	}
}
