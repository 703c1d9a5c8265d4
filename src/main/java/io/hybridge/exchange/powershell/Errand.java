package io.hybridge.exchange.powershell;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import io.hybridge.organization.OrganizationId;

/**
 * For which run calls are made: what a person carries belongs to it. It remembers the
 * calls whose answers have to be brought first.
 */
public final class Errand {

	private static final ScopedValue<Errand> CURRENT = ScopedValue.newInstance();

	private final long run;

	private final long group;

	private final OrganizationId organization;

	private final Queue<ScriptCall> missing = new ConcurrentLinkedQueue<>();

	/**
	 * An errand.
	 * @param run its number
	 * @param group the first run of those that look together, or the run itself
	 */
	public Errand(long run, long group, OrganizationId organization) {
		this.run = run;
		this.group = group;
		this.organization = organization;
	}

	/** Whose calls these are; empty where nobody could carry anything. */
	public static Optional<Errand> current() {
		return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
	}

	/** Works, and makes its calls for this errand. */
	public <T> T carry(Supplier<T> work) {
		return ScopedValue.where(CURRENT, this).call(work::get);
	}

	/** The same transport for whatever thread calls it. */
	Transport over(Transport transport) {
		return (call) -> carry(() -> transport.run(call));
	}

	public void miss(ScriptCall call) {
		this.missing.add(call);
	}

	/**
	 * The calls whose answers have to be brought, in the order in which they were made.
	 */
	public List<ScriptCall> missing() {
		return List.copyOf(this.missing);
	}

	public long run() {
		return this.run;
	}

	public long group() {
		return this.group;
	}

	public OrganizationId organization() {
		return this.organization;
	}

}
