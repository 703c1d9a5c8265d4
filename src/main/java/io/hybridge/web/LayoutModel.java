package io.hybridge.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the layout of a page needs to know of the console. */
@Component("layout")
public class LayoutModel {

	private final boolean labPresent;

	private final ObjectProvider<RunningWork> work;

	LayoutModel(Environment environment, ObjectProvider<RunningWork> work) {
		this.work = work;
		this.labPresent = environment.getProperty("hybridge.lab.enabled", boolean.class, true)
				|| environment.containsProperty("hybridge.lab.control");
	}

	/**
	 * Whether the navigation shows the lab.
	 * @return true where the lab is switched on
	 */
	public boolean labPresent() {
		return this.labPresent;
	}

	/** How many runs are under way. */
	public long running() {
		return this.work.stream().mapToLong(RunningWork::count).sum();
	}

	/** Work that is under way, told by whoever does it. */
	@FunctionalInterface
	public interface RunningWork {

		/**
		 * How many runs have not ended; asked for every page, so it costs one count over
		 * an index.
		 */
		long count();

	}

}
