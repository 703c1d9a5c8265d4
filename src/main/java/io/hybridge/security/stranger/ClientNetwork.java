package io.hybridge.security.stranger;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network an attempt comes from: an IPv4 address, or the 64 bits of an IPv6 address
 * that name a network, because there one machine has as many addresses as it likes.
 *
 * @param value as text
 */
public record ClientNetwork(String value) {

	public static ClientNetwork of(String remoteAddress) {
		try {
			byte[] bytes = InetAddress.ofLiteral(remoteAddress).getAddress();
			return new ClientNetwork(
					(bytes.length == 16) ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "/64" : remoteAddress);
		}
		catch (IllegalArgumentException ex) {
			return new ClientNetwork("?");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
