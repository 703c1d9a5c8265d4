package io.hybridge.web;

import java.util.Locale;

/**
 * One of the four hops of the path that a notification travels, as the bridge draws it.
 *
 * @param place which hop
 * @param name as text
 * @param state decides the line: solid, dashed or open
 * @param status key below {@code status.} in the messages
 * @param evidence one line under it, may be null
 * @param badge number on the phone, or null
 */
public record PathHop(Place place, String name, State state, String status, String evidence, Integer badge) {

	/** The four places, always in this order. */
	public enum Place {

		SERVER, TOKEN, CLOUD, PHONE;

		public String getIcon() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** What is known of a hop. */
	public enum State {

		/** Solid line. */
		PROVED,
		/** Open red line. */
		BROKEN,
		/** Dashed blue line. */
		UNKNOWN,
		/** Dashed gray line: done, not in effect yet. */
		WAITING,
		/** Dashed gray line: not reached. */
		NOT_REACHED;

		public String getWord() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	public String getLine() {
		return "is-" + this.state.getWord();
	}

}
