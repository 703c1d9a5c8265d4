package io.hybridge.exchange.ladder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

import io.hybridge.exchange.ladder.RungReading.Evidence;
import io.hybridge.remote.ConnectionFailure;

/** Looks at what can be seen of a server without an account. */
final class NetworkLook {

	private static final int LONGEST_MILLIS = 10_000;

	private NetworkLook() {
	}

	static RungReading name(String address) {
		try {
			List<Evidence> found = Stream.of(InetAddress.getAllByName(address))
				.map((one) -> new Evidence("address", one.getHostAddress()))
				.toList();
			return RungReading.holds(Rung.NAME, found);
		}
		catch (UnknownHostException ex) {
			return RungReading.failed(Rung.NAME, List.of(new Evidence("asked", address)), "exchange.name-unknown",
					ConnectionFailure.words(ex));
		}
	}

	static RungReading port(String address, int port, String failure) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), LONGEST_MILLIS);
			return RungReading.holds(Rung.PORT, List
				.of(new Evidence("reached", socket.getInetAddress().getHostAddress() + ":" + socket.getPort())));
		}
		catch (IOException ex) {
			return RungReading.failed(Rung.PORT, List.of(new Evidence("asked", address + ":" + port)), failure,
					ConnectionFailure.words(ex));
		}
	}

}
