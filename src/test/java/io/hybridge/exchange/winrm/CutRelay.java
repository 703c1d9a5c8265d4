package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * Passes on what comes for a port, and ends all connections after so many bytes towards
 * one side.
 */
public final class CutRelay implements AutoCloseable {

	/** Whose bytes are counted. */
	public enum Towards {

		SERVER, CLIENT

	}

	/**
	 * Where it ends.
	 *
	 * @param towards who gets no more
	 * @param bytes after how many
	 * @param forGood whether nobody is let through afterwards
	 */
	public record Cut(Towards towards, long bytes, boolean forGood) {
	}

	private final ServerSocket listening;

	private final SocketFactory outgoing;

	private final int target;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final long[] passed = new long[Towards.values().length];

	private Cut cut;

	private boolean ended;

	private CutRelay(ServerSocketFactory incoming, SocketFactory outgoing, int target) throws IOException {
		this.listening = incoming.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.outgoing = outgoing;
		this.target = target;
		Thread.ofVirtual().start(this::accept);
	}

	public static CutRelay to(int target) throws IOException {
		return new CutRelay(ServerSocketFactory.getDefault(), SocketFactory.getDefault(), target);
	}

	/** One that counts what is said inside of TLS, and ends it as TLS is ended. */
	static CutRelay to(int target, SSLContext server, SSLContext client) throws IOException {
		return new CutRelay(server.getServerSocketFactory(), client.getSocketFactory(), target);
	}

	public int port() {
		return this.listening.getLocalPort();
	}

	/** Counts from here on. */
	public synchronized void cuts(Cut where) {
		this.passed[where.towards().ordinal()] = 0;
		this.cut = where;
	}

	public synchronized long passed(Towards towards) {
		return this.passed[towards.ordinal()];
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.listening.accept();
				this.open.add(client);
				if (isOver()) {
					client.close();
				}
				else {
					connect(client);
				}
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private synchronized boolean isOver() {
		return this.ended && this.cut.forGood();
	}

	private void connect(Socket client) throws IOException {
		Socket server = this.outgoing.createSocket(InetAddress.getLoopbackAddress(), this.target);
		this.open.add(server);
		Thread.ofVirtual().start(() -> copy(client, server, Towards.SERVER));
		Thread.ofVirtual().start(() -> copy(server, client, Towards.CLIENT));
	}

	private void copy(Socket from, Socket to, Towards towards) {
		try (from; to) {
			to.setTcpNoDelay(true);
			byte[] piece = new byte[8192];
			for (int read = from.getInputStream().read(piece); read >= 0; read = from.getInputStream().read(piece)) {
				int pass = take(read, towards);
				to.getOutputStream().write(piece, 0, pass);
				if (endsHere(towards)) {
					end();
				}
			}
		}
		catch (IOException ex) {
			// Ended.
		}
	}

	/** How much goes on, counted before it does: whoever has the answer may ask. */
	private synchronized int take(int read, Towards towards) {
		int pass = counts(towards) ? (int) Math.min(read, this.cut.bytes() - passed(towards)) : read;
		this.passed[towards.ordinal()] += pass;
		return pass;
	}

	private synchronized boolean endsHere(Towards towards) {
		boolean here = counts(towards) && passed(towards) >= this.cut.bytes();
		this.ended |= here;
		return here;
	}

	private boolean counts(Towards towards) {
		return this.cut != null && !this.ended && this.cut.towards() == towards;
	}

	private void end() throws IOException {
		for (Socket socket : this.open) {
			socket.close();
		}
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
		end();
	}

}
