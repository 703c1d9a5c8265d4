package io.hybridge.security;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network an attempt comes from: an IPv4 address, or the 64 bits of an IPv6 address
 * that name a network, because there one machine has as many addresses as it likes.
 *
 * @param value as text
 */
record Network(String value) {

	static Network of(String remoteAddress) {
		try {
			byte[] bytes = InetAddress.ofLiteral(remoteAddress).getAddress();
			return new Network(
					(bytes.length == 16) ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "/64" : remoteAddress);
		}
		catch (IllegalArgumentException ex) {
			return new Network("?");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
