package io.hybridge.exchange.powershell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls that were cut off, each somewhere else: what was told of them is compared with
 * what the far end saw. Each has its name as an argument, by which it is known there.
 */
public final class CutCalls {

	/** What is told of a call. */
	public enum Told {

		DONE, NOT_DONE, UNKNOWN

	}

	private static final int AT_ONCE = 4;

	private final Map<String, Told> told = new ConcurrentSkipListMap<>();

	/**
	 * Bytes after which to cut.
	 * @param all how many an uncut call has
	 * @param step from one place to the next
	 * @param dense how many at the end are places each
	 */
	public static List<Long> places(long all, long step, long dense) {
		long thin = Math.max(0, all - dense);
		return LongStream
			.concat(LongStream.iterate(0, (place) -> place < thin, (place) -> place + step),
					LongStream.rangeClosed(thin, all))
			.boxed()
			.toList();
	}

	/** Makes calls, several at once. */
	public static <T> void each(List<T> cuts, Calling<T> calling) throws Exception {
		List<Callable<Void>> all = new ArrayList<>();
		for (T cut : cuts) {
			all.add(() -> {
				calling.call(cut);
				return null;
			});
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			for (Future<Void> one : threads.invokeAll(all)) {
				one.get();
			}
		}
	}

	/** Makes one call. */
	public Told run(Transport transport, String server, String name) {
		Told word = tell(transport, new ScriptCall(server, ScriptCatalog.load().script("Set-AuthServer"),
				Map.of("name", name), Waiting.LIMIT));
		this.told.put(name, word);
		return word;
	}

	private static Told tell(Transport transport, ScriptCall call) {
		try {
			assertThat(transport.run(call).json()).isEqualTo("{\"ok\":true}");
			return Told.DONE;
		}
		catch (RemoteFailure failure) {
			return (failure.effect() == Effect.NONE) ? Told.NOT_DONE : Told.UNKNOWN;
		}
	}

	/**
	 * None was told done that was not, or not done that was; none was done twice.
	 * @param arguments what ran at the far end
	 */
	public void areToldAsTheyWere(List<String> arguments) {
		List<String> wrong = new ArrayList<>();
		this.told.forEach((name, word) -> {
			int ran = Collections.frequency(arguments, "{\"name\":\"" + name + "\"}");
			boolean right = switch (word) {
				case DONE -> ran == 1;
				case NOT_DONE -> ran == 0;
				case UNKNOWN -> ran <= 1;
			};
			if (!right) {
				wrong.add(name + " ran " + ran + " times, told " + word);
			}
		});
		assertThat(wrong).isEmpty();
	}

	/** The control: which words were told at all. */
	public Set<Told> words() {
		return Set.copyOf(this.told.values());
	}

	/** One call, cut somewhere. */
	public interface Calling<T> {

		void call(T cut) throws Exception;

	}

}
