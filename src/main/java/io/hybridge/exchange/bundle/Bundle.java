package io.hybridge.exchange.bundle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a person carries to servers for a run.
 *
 * @param id its number
 * @param run that waits for its answers
 * @param madeAt when
 * @param validUntil after which its script begins no change
 * @param discarded whether nobody will bring its answers
 * @param over whether its answers tell nothing any more of what comes now
 * @param sha256 of the archive
 * @param listSha256 of the list of its files
 * @param calls in their order
 */
public record Bundle(long id, long run, Instant madeAt, Instant validUntil, boolean discarded, boolean over,
		String sha256, String listSha256, List<Call> calls) {

	/** Whether answers are to be brought. */
	public boolean open() {
		return !this.discarded && !this.over && !whole();
	}

	/** Whether every answer was brought. */
	public boolean whole() {
		return this.calls.stream().allMatch((call) -> call.brought() != null);
	}

	/** Whether carrying it out may change anything. */
	public boolean changes() {
		return this.calls.stream().anyMatch(Call::changes);
	}

	public List<String> servers() {
		return this.calls.stream().map(Call::server).distinct().toList();
	}

	public List<String> missingServers() {
		return this.calls.stream().filter((call) -> call.brought() == null).map(Call::server).distinct().toList();
	}

	/** Who brought answers, in their order. */
	public List<Brought> brought() {
		return this.calls.stream().flatMap((call) -> Stream.ofNullable(call.brought())).distinct().toList();
	}

	/** The name of the archive. */
	public String fileName() {
		return folder() + ".zip";
	}

	/** The folder in the archive. */
	public String folder() {
		return folder(this.id);
	}

	static String folder(long id) {
		return "Hybridge-Bundle-" + id;
	}

	/**
	 * One call.
	 *
	 * @param number counted from 1
	 * @param server it runs on
	 * @param script of the catalogue
	 * @param changes whether it may change anything
	 * @param brought by whom and when, or null
	 */
	public record Call(int number, String server, String script, boolean changes, Brought brought) {
	}

	/**
	 * That an answer came by a person, whom nobody watched.
	 *
	 * @param by the person
	 * @param at when
	 */
	public record Brought(String by, Instant at) {
	}

}
