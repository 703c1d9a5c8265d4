package io.hybridge.enablement.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.hybridge.run.RunState;

/** What most people look for among the runs. */
enum RunTab {

	ALL("", (state) -> true),
	/** Has not ended. */
	UNDER_WAY("under-way", (state) -> !state.ended()),
	/** Ended otherwise than it was meant to, and nothing newer has ended since. */
	OPEN("open", (state) -> state.ended() && !state.smooth()),
	/** Ended as it was meant to, or something newer has ended since. */
	COMPLETED("completed", RunState::ended);

	static final List<String> SMOOTH = Arrays.stream(RunState.values())
		.filter(RunState::smooth)
		.map(Enum::name)
		.toList();

	private final String slug;

	private final List<String> states;

	RunTab(String slug, Predicate<RunState> holds) {
		this.slug = slug;
		this.states = Arrays.stream(RunState.values()).filter(holds).map(Enum::name).toList();
	}

	static Optional<RunTab> ofSlug(String slug) {
		return Arrays.stream(values()).filter((tab) -> tab != ALL && tab.slug.equals(slug)).findFirst();
	}

	String slug() {
		return this.slug;
	}

	List<String> states() {
		return this.states;
	}

	/** Key of its words. */
	String key() {
		return "runs.tab." + (this.slug.isEmpty() ? "all" : this.slug);
	}

}
