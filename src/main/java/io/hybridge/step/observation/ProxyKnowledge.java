package io.hybridge.step.observation;

import java.util.Optional;

import io.hybridge.exchange.PushProxy;
import io.hybridge.exchange.PushProxy.Entry;
import io.hybridge.exchange.PushProxy.Shown;

/**
 * What is known of the push proxy when all sources are put together: the record of a look
 * with {@code -WhatIf}, the object in the directory, and what our own newest change was
 * answered. The look's record proves that the proxy is disabled, never that it is
 * enabled, for the cmdlet sets the flag on its own copy first.
 */
public sealed interface ProxyKnowledge {

	/**
	 * It is enabled: our own record says so, and the object was not changed since.
	 *
	 * @param organization the domain it is enabled for
	 */
	record Enabled(String organization) implements ProxyKnowledge {
	}

	/**
	 * It is disabled.
	 *
	 * @param organization the domain it is left with, or empty text
	 */
	record Disabled(String organization) implements ProxyKnowledge {
	}

	/**
	 * We left it so; whether somebody changed it since cannot be read.
	 *
	 * @param enabled how we left it
	 * @param organization the domain we left it with
	 */
	record LeftByUs(boolean enabled, String organization) implements ProxyKnowledge {
	}

	/**
	 * A look shows it as enabled, which proves nothing.
	 *
	 * @param organization the domain that the look shows, which is the object's own
	 */
	record Claimed(String organization) implements ProxyKnowledge {
	}

	/** Nothing tells how it stands. */
	record Hidden() implements ProxyKnowledge {
	}

	/**
	 * Puts the sources together.
	 * @param seen what a look saw
	 * @param ours what our newest change was answered, empty when there is none or its
	 * answer is missing
	 * @return what is known
	 */
	static ProxyKnowledge of(PushProxy seen, Optional<ProxyAnswer> ours) {
		Optional<Shown> shown = seen.shown();
		if (shown.isPresent() && !shown.get().enabled()) {
			return new Disabled(shown.get().organization());
		}
		return ours.filter((answer) -> shown.isEmpty() || isFor(answer, shown.get()))
			.flatMap((answer) -> recognized(answer, seen.entry()))
			.orElseGet(() -> shown.<ProxyKnowledge>map((record) -> new Claimed(record.organization()))
				.orElseGet(Hidden::new));
	}

	/** Empty where the object was changed since. */
	private static Optional<ProxyKnowledge> recognized(ProxyAnswer ours, Entry entry) {
		if (!(entry instanceof Entry.Found found) || !ours.comparesWith(found.stamp())) {
			return Optional.of(new LeftByUs(ours.enabled(), ours.organization()));
		}
		if (!ours.stillFits(found.stamp())) {
			return Optional.empty();
		}
		return Optional.of(ours.enabled() ? new Enabled(ours.organization()) : new Disabled(ours.organization()));
	}

	private static boolean isFor(ProxyAnswer ours, Shown shown) {
		return ours.organization().equalsIgnoreCase(shown.organization());
	}

}
