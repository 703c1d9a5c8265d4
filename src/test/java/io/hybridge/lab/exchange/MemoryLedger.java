package io.hybridge.lab.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hybridge.lab.Delivery;
import io.hybridge.lab.Ledger;

/** A ledger that forgets with the test. */
public class MemoryLedger implements Ledger {

	private final List<Effect> effects = new ArrayList<>();

	private final Clock clock;

	MemoryLedger(Clock clock) {
		this.clock = clock;
	}

	@Override
	public synchronized Effect append(String world, String kind, Map<String, String> values) {
		Effect effect = new Effect(this.effects.size() + 1, this.clock.instant(), world, kind,
				new LinkedHashMap<>(values), "");
		this.effects.add(effect);
		return effect;
	}

	@Override
	public synchronized List<Effect> effects() {
		return List.copyOf(this.effects);
	}

	@Override
	public synchronized void restart() {
		this.effects.clear();
	}

	@Override
	public void answered(long sequence, Delivery delivery) {
	}

	public List<String> kinds() {
		return effects().stream().map(Effect::kind).toList();
	}

	Effect last() {
		return effects().getLast();
	}

}
