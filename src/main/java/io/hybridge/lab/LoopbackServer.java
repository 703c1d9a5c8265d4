package io.hybridge.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** A server of the lab that nobody reaches from another machine. */
public final class LoopbackServer implements AutoCloseable {

	static {
		// Head and body leave in two writes; with Nagle's algorithm the second waits 40
		// ms.
		System.setProperty("sun.net.httpserver.nodelay", System.getProperty("sun.net.httpserver.nodelay", "true"));
	}

	private final HttpServer server;

	private final ExecutorService threads;

	private LoopbackServer(String name, HttpServer server) {
		this.server = server;
		this.threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lab-" + name + "-", 0).factory());
		server.setExecutor(this.threads);
	}

	/**
	 * Takes a port for plain HTTP.
	 * @param name of its threads
	 * @param port or 0 for any
	 * @return the server, not answering yet
	 * @throws IOException when the port is in use
	 */
	public static LoopbackServer http(String name, int port) throws IOException {
		return new LoopbackServer(name, HttpServer.create(loopback(port), 0));
	}

	/**
	 * Takes a port for HTTPS.
	 * @param name of its threads
	 * @param port or 0 for any
	 * @param tls with the server's certificate
	 * @return the server, not answering yet
	 * @throws IOException when the port is in use
	 */
	public static LoopbackServer https(String name, int port, SSLContext tls) throws IOException {
		HttpsServer server = HttpsServer.create(loopback(port), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(tls));
		return new LoopbackServer(name, server);
	}

	public void start(HttpHandler handler) {
		this.server.createContext("/", handler);
		this.server.start();
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private static InetSocketAddress loopback(int port) {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
	}

}
