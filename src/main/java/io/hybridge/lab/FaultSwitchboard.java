package io.hybridge.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The switched-on faults, kept in the lab's folder so that they survive a restart. */
public final class FaultSwitchboard implements FaultInjection {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String NAME = "faults.json";

	private final LabFolder folder;

	private final Map<String, Injected> faults = new LinkedHashMap<>();

	private FaultSwitchboard(LabFolder folder) {
		this.folder = folder;
		folder.read(NAME).map((text) -> JSON.readValue(text, new TypeReference<List<Injected>>() {
		})).ifPresent((faults) -> faults.forEach((fault) -> this.faults.put(fault.operation(), fault)));
	}

	/**
	 * Opens the switchboard of a lab.
	 * @param folder of the lab
	 * @return the switchboard
	 */
	public static FaultSwitchboard in(LabFolder folder) {
		return new FaultSwitchboard(folder);
	}

	@Override
	public synchronized void inject(String operation, Fault fault, int times) {
		this.faults.put(operation, new Injected(operation, fault, Math.max(0, times)));
		keep();
	}

	@Override
	public synchronized Optional<Fault> take(String operation) {
		Injected injected = this.faults.get(operation);
		if (injected == null) {
			return Optional.empty();
		}
		if (injected.left() == 1) {
			this.faults.remove(operation);
			keep();
		}
		else if (injected.left() > 1) {
			this.faults.put(operation, new Injected(operation, injected.fault(), injected.left() - 1));
			keep();
		}
		return Optional.of(injected.fault());
	}

	@Override
	public synchronized List<Injected> injected() {
		return List.copyOf(this.faults.values());
	}

	@Override
	public synchronized void remove(String operation) {
		if (this.faults.remove(operation) != null) {
			keep();
		}
	}

	@Override
	public synchronized void clear() {
		this.faults.clear();
		keep();
	}

	private void keep() {
		this.folder.write(NAME, JSON.writeValueAsString(List.copyOf(this.faults.values())));
	}

}
