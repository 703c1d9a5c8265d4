package io.hybridge.lab;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The traits that are switched on, kept in the lab's folder. */
public final class Traits {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String NAME = "traits.json";

	private final LabFolder folder;

	private final Set<Trait> on = EnumSet.noneOf(Trait.class);

	private Traits(LabFolder folder) {
		this.folder = folder;
		folder.read(NAME).map((text) -> JSON.readValue(text, new TypeReference<List<Trait>>() {
		})).ifPresent(this.on::addAll);
	}

	public static Traits in(LabFolder folder) {
		return new Traits(folder);
	}

	public synchronized boolean has(Trait trait) {
		return this.on.contains(trait);
	}

	public synchronized List<Trait> all() {
		return List.copyOf(this.on);
	}

	public synchronized void turn(Trait trait, boolean wanted) {
		if (wanted ? this.on.add(trait) : this.on.remove(trait)) {
			save();
		}
	}

	/** Switches exactly these on. */
	public synchronized void become(Collection<Trait> wanted) {
		this.on.clear();
		this.on.addAll(wanted);
		save();
	}

	private void save() {
		this.folder.write(NAME, JSON.writeValueAsString(List.copyOf(this.on)));
	}

}
