package io.hybridge.exchange.winrm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.hybridge.exchange.link.WinRmLink;

/**
 * The shells that wait for the next script of their link: until its run ends, until
 * nobody came for a while, or until any connection is changed.
 */
final class KeptShells implements AutoCloseable {

	/**
	 * Shorter than the Java runtime keeps an unused connection, so that a shell is ended
	 * without another sign-in.
	 */
	static final Duration IDLE = Duration.ofSeconds(20);

	/** Each may have a connection and a thread of its own. */
	private static final int MOST = 1000;

	private static final ExecutorService THREADS = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("winrm-shell-", 0).factory());

	private final Map<WinRmLink, LinkShells> links = new HashMap<>();

	private final Semaphore room = new Semaphore(MOST);

	private final Duration idle;

	KeptShells(Duration idle) {
		this.idle = idle;
	}

	LinkShells of(WinRmLink link) {
		synchronized (this.links) {
			return this.links.computeIfAbsent(link, (key) -> new LinkShells(this.room));
		}
	}

	/** Keeps a shell for the next script, or ends it. */
	void keep(LinkShells shells, RemoteShell shell) {
		shells.keep(shell).ifPresentOrElse((kept) -> endLater(shells, kept), shell::close);
	}

	private void endLater(LinkShells shells, LinkShells.Kept kept) {
		CompletableFuture.delayedExecutor(this.idle.toMillis(), TimeUnit.MILLISECONDS, THREADS).execute(() -> {
			if (shells.remove(kept)) {
				kept.shell().close();
			}
		});
	}

	/** No script of this link comes for now. */
	void rest(WinRmLink link) {
		end(of(link).takeAll());
	}

	/**
	 * A link may have another password or trust another server: none is used any more.
	 */
	void endAll() {
		end(forgotten());
	}

	private List<RemoteShell> forgotten() {
		List<LinkShells> all;
		synchronized (this.links) {
			all = new ArrayList<>(this.links.values());
			this.links.clear();
		}
		return all.stream().map(LinkShells::end).flatMap(Collection::stream).toList();
	}

	private static void end(List<RemoteShell> shells) {
		shells.forEach((shell) -> THREADS.execute(shell::close));
	}

	@Override
	public void close() {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			forgotten().forEach((shell) -> threads.execute(shell::close));
		}
	}

}
