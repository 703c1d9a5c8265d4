package io.hybridge.exchange.winrm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody in between who, once armed, turns one bit in the body of the next sealed
 * message of one direction; counted from the end of the body.
 */
final class BitRelay implements AutoCloseable {

	private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");

	private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final int target;

	private final boolean toServer;

	private final int bit;

	private volatile boolean armed;

	private volatile boolean turned;

	BitRelay(int target, boolean toServer, int bit) throws IOException {
		this.target = target;
		this.toServer = toServer;
		this.bit = bit;
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return this.listening.getLocalPort();
	}

	void arm() {
		this.armed = true;
	}

	void disarm() {
		this.armed = false;
	}

	boolean turned() {
		return this.turned;
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.listening.accept();
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
				Thread.ofVirtual().start(() -> copy(client, server, this.toServer));
				Thread.ofVirtual().start(() -> copy(server, client, !this.toServer));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void copy(Socket from, Socket to, boolean turns) {
		try (from; to) {
			while (true) {
				byte[] head = head(from.getInputStream());
				String text = new String(head, StandardCharsets.ISO_8859_1);
				Matcher length = LENGTH.matcher(text);
				byte[] body = from.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
				if (turns && this.armed && text.contains("multipart/encrypted")) {
					body[body.length - 1 - this.bit / 8] ^= (byte) (1 << this.bit % 8);
					this.turned = true;
				}
				send(to.getOutputStream(), head, body);
			}
		}
		catch (IOException ex) {
			// Ended.
		}
	}

	private static byte[] head(InputStream from) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
			int octet = from.read();
			if (octet < 0) {
				throw new IOException("ended");
			}
			head.write(octet);
		}
		return head.toByteArray();
	}

	private static void send(OutputStream to, byte[] head, byte[] body) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.writeBytes(head);
		all.writeBytes(body);
		to.write(all.toByteArray());
		to.flush();
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
	}

}
