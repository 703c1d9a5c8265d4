package io.hybridge.microsoft365.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads several things of a tenant at the same time, so that all take as long as the
 * slowest. What was heard stands in the order in which it was asked for.
 */
final class GraphReadings implements AutoCloseable {

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("graph-", 0).factory());

	private final List<GraphClient> asked = new ArrayList<>();

	private final Queue<String> claims = new ConcurrentLinkedQueue<>();

	private final GraphClient graph;

	GraphReadings(GraphClient graph) {
		this.graph = graph;
	}

	/**
	 * Begins to read.
	 * @param reading what is asked
	 * @return waits for the answer; throws what reading threw
	 */
	<T> Supplier<T> read(Function<GraphClient, T> reading) {
		GraphClient part = this.graph.beside(this.claims::add);
		this.asked.add(part);
		CompletableFuture<T> answer = CompletableFuture.supplyAsync(() -> reading.apply(part), this.threads);
		return () -> answered(answer);
	}

	/** Word for word, of all whose answer was waited for. */
	String evidence() {
		return this.asked.stream().map(GraphClient::evidence).collect(Collectors.joining("\n\n"));
	}

	private static <T> T answered(CompletableFuture<T> answer) {
		try {
			return answer.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : ex;
		}
	}

	/** Waits for all. Several may have been challenged; one sign-in answers them. */
	@Override
	public void close() {
		this.threads.close();
		this.claims.stream().findFirst().ifPresent(this.graph::challenged);
	}

}
