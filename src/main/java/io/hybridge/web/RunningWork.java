package io.hybridge.web;

/** What the navigation says of work that is under way, told by whoever does it. */
@FunctionalInterface
public interface RunningWork {

	/**
	 * How many runs have not ended; asked for every page, so it costs one count over an
	 * index.
	 */
	long count();

}
