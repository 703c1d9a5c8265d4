package io.hybridge.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The faults that are switched on, by operation, kept in the lab's folder so that they
 * survive a restart. An operation is a script's name ({@code Set-AuthServer}) or a Graph
 * operation ({@code PATCH servicePrincipal}).
 */
public final class FaultInjection {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String NAME = "faults.json";

	private final LabFolder folder;

	private final Map<String, Injected> faults = new LinkedHashMap<>();

	private FaultInjection(LabFolder folder) {
		this.folder = folder;
		folder.read(NAME).map((text) -> JSON.readValue(text, new TypeReference<List<Injected>>() {
		})).ifPresent((faults) -> faults.forEach((fault) -> this.faults.put(fault.operation(), fault)));
	}

	/**
	 * Opens the faults of a lab.
	 * @param folder of the lab
	 * @return the faults
	 */
	public static FaultInjection in(LabFolder folder) {
		return new FaultInjection(folder);
	}

	/**
	 * Switches a fault on.
	 * @param fault what goes wrong
	 * @param times how many calls, or 0 for always
	 */
	public synchronized void inject(String operation, Fault fault, int times) {
		this.faults.put(operation, new Injected(operation, fault, Math.max(0, times)));
		save();
	}

	/**
	 * Takes the fault for a call that begins now, counting it down.
	 * @return the fault, or empty when the call goes well
	 */
	public synchronized Optional<Fault> take(String operation) {
		Injected injected = this.faults.get(operation);
		if (injected == null) {
			return Optional.empty();
		}
		if (injected.left() == 1) {
			this.faults.remove(operation);
			save();
		}
		else if (injected.left() > 1) {
			this.faults.put(operation, new Injected(operation, injected.fault(), injected.left() - 1));
			save();
		}
		return Optional.of(injected.fault());
	}

	public synchronized List<Injected> injected() {
		return List.copyOf(this.faults.values());
	}

	public synchronized void remove(String operation) {
		if (this.faults.remove(operation) != null) {
			save();
		}
	}

	public synchronized void clear() {
		this.faults.clear();
		save();
	}

	private void save() {
		this.folder.write(NAME, JSON.writeValueAsString(List.copyOf(this.faults.values())));
	}

	/**
	 * A fault that is switched on.
	 *
	 * @param fault what goes wrong
	 * @param left calls left, 0 for always
	 */
	public record Injected(String operation, Fault fault, int left) {
	}

}
