package io.hybridge.web.startup;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A setting of this product, as the build wrote it down from the settings records.
 *
 * @param name in full
 * @param open whether names below it are its own, as with maps and lists
 */
record KnownProperty(String name, boolean open) {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	boolean covers(String other) {
		String mine = UnknownPropertyCheck.uniform(this.name);
		String theirs = UnknownPropertyCheck.uniform(other);
		return theirs.equals(mine) || (this.open && (theirs.startsWith(mine)));
	}

	static List<KnownProperty> all() {
		List<KnownProperty> all = new ArrayList<>();
		try {
			for (var file : Collections.list(KnownProperty.class.getClassLoader().getResources(METADATA))) {
				try (InputStream content = file.openStream()) {
					JsonMapper.shared().readTree(content).path("properties").forEach((property) -> add(property, all));
				}
			}
		}
		catch (IOException ex) {
			return List.of();
		}
		return all;
	}

	private static void add(JsonNode property, List<KnownProperty> all) {
		String name = property.path("name").asString("");
		if (name.startsWith("hybridge.")) {
			String type = property.path("type").asString("");
			all.add(new KnownProperty(name, type.startsWith("java.util.") || type.endsWith("[]")));
		}
	}

}
