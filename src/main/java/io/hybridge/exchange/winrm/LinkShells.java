package io.hybridge.exchange.winrm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import io.hybridge.exchange.call.Turns;

/** The shells of one link: few, because Windows takes few of one account. */
final class LinkShells {

	/** Windows of old took five. */
	private static final int MOST = 4;

	private final Turns turns = new Turns(MOST);

	private final Deque<Kept> kept = new ArrayDeque<>();

	private final Semaphore room;

	private boolean ended;

	/**
	 * None yet.
	 * @param room for shells of all links
	 */
	LinkShells(Semaphore room) {
		this.room = room;
	}

	Turns turns() {
		return this.turns;
	}

	synchronized Optional<RemoteShell> take() {
		Optional<Kept> newest = Optional.ofNullable(this.kept.peekFirst());
		newest.ifPresent(this::remove);
		return newest.map(Kept::shell);
	}

	/**
	 * Keeps a shell in which nothing runs.
	 * @return how it is kept, or empty where nobody will ask for it
	 */
	synchronized Optional<Kept> keep(RemoteShell shell) {
		if (this.ended || !shell.takesMore() || !this.room.tryAcquire()) {
			return Optional.empty();
		}
		Kept one = new Kept(shell);
		this.kept.addFirst(one);
		return Optional.of(one);
	}

	/** Whether nobody has taken it since. */
	synchronized boolean remove(Kept one) {
		boolean there = this.kept.remove(one);
		this.room.release(there ? 1 : 0);
		return there;
	}

	synchronized List<RemoteShell> takeAll() {
		List<Kept> all = List.copyOf(this.kept);
		all.forEach(this::remove);
		return all.stream().map(Kept::shell).toList();
	}

	/** From now on none is kept. */
	synchronized List<RemoteShell> end() {
		this.ended = true;
		return takeAll();
	}

	/** A shell since it was last put back: each time another one. */
	static final class Kept {

		private final RemoteShell shell;

		private Kept(RemoteShell shell) {
			this.shell = shell;
		}

		RemoteShell shell() {
			return this.shell;
		}

	}

}
