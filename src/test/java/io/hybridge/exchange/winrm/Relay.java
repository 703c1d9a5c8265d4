package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes TCP connections on to a port, counts them, and can cut them. */
public final class Relay implements AutoCloseable {

	private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final List<Socket> silent = new CopyOnWriteArrayList<>();

	private final int target;

	private volatile int connections;

	public Relay(int target) throws IOException {
		this.target = target;
		Thread.ofVirtual().start(this::accept);
	}

	public int port() {
		return this.listening.getLocalPort();
	}

	public int connections() {
		return this.connections;
	}

	public void cut() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.sockets.clear();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.listening.accept();
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
				this.connections++;
				this.sockets.addAll(List.of(client, server));
				Thread.ofVirtual().start(() -> copy(client, server));
				Thread.ofVirtual().start(() -> copy(server, client));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	/** Passes nothing on any more of what is connected now, and closes nothing. */
	public void fallSilent() {
		this.silent.addAll(this.sockets);
	}

	private void copy(Socket from, Socket to) {
		try (from; to) {
			from.setTcpNoDelay(true);
			byte[] piece = new byte[8192];
			for (int read = from.getInputStream().read(piece); read >= 0; read = from.getInputStream().read(piece)) {
				if (!this.silent.contains(from)) {
					to.getOutputStream().write(piece, 0, read);
				}
			}
		}
		catch (IOException ex) {
			// Cut.
		}
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
		cut();
	}

}
