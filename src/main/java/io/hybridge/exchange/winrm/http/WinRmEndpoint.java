package io.hybridge.exchange.winrm.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.WinRmLink;

/**
 * Where a server's WinRM listens.
 *
 * @param fqdn name that TLS sees and verifies
 * @param address what is dialled
 * @param port usually 5986 with TLS, 5985 without
 * @param channel with TLS or without
 */
public record WinRmEndpoint(String fqdn, String address, int port, Channel channel) {

	public static WinRmEndpoint of(WinRmLink link) {
		return new WinRmEndpoint(link.fqdn(), link.address(), link.port(), link.channel());
	}

	Peer peer() {
		return new Peer(isMapped() ? this.fqdn : "", this.channel);
	}

	/**
	 * The address to dial. A mapped server is dialled by a literal: a name here would
	 * become the name that TLS asks for.
	 * @throws UnknownHostException when the name is not known
	 */
	URI dialled() throws UnknownHostException {
		if (!isMapped()) {
			return URI.create(to());
		}
		String literal = InetAddress.getByName(this.address).getHostAddress();
		return at(literal.contains(":") ? "[" + literal.replaceFirst("%.*", "") + "]" : literal);
	}

	/** The address by the server's name, as it stands in the envelope. */
	public String to() {
		return at(this.fqdn).toString();
	}

	private URI at(String host) {
		String scheme = switch (this.channel) {
			case Channel.Tls tls -> "https";
			case Channel.SealedMessages sealed -> "http";
		};
		return URI.create(scheme + "://" + host + ":" + this.port + "/wsman");
	}

	private boolean isMapped() {
		return !this.address.equalsIgnoreCase(this.fqdn);
	}

}
