package io.hybridge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of its own, which a test can stop and start again. */
public final class OwnPostgreSql implements AutoCloseable {

	private final Path folder;

	private final int port = freePort();

	private EmbeddedPostgres server;

	public OwnPostgreSql(Path folder) {
		this.folder = folder;
		start();
	}

	public String url() {
		return "jdbc:postgresql://localhost:" + this.port + "/postgres";
	}

	public void start() {
		try {
			this.server = EmbeddedPostgres.builder()
				.setDataDirectory(this.folder)
				.setCleanDataDirectory(false)
				.setPort(this.port)
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("fsync", "on")
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whoever is connected loses the connection in the middle of what it does. */
	public void stop() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		stop();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
