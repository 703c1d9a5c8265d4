package io.hybridge.lab.exchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object that a cmdlet gives, with its properties in their documented order. Versions
 * and enumerations are text, as they arrive over Exchange's remoting.
 *
 * @param properties by name; text, truth, numbers, bytes, {@link Instant}, lists or null
 */
record CmdletObject(Map<String, Object> properties) {

	static CmdletObject of(Object... namesAndValues) {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (int index = 0; index < namesAndValues.length; index += 2) {
			properties.put((String) namesAndValues[index], namesAndValues[index + 1]);
		}
		return new CmdletObject(properties);
	}

	Object value(String name) {
		return this.properties.get(name);
	}

	String text(String name) {
		Object value = this.properties.get(name);
		return switch (value) {
			case null -> "";
			case Boolean truth -> truth ? "True" : "False";
			default -> value.toString();
		};
	}

}
