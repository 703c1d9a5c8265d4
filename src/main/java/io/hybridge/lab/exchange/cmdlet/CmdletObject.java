package io.hybridge.lab.exchange.cmdlet;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object that a cmdlet gives, with its properties in their documented order. Versions
 * and enumerations are text, as they arrive over Exchange's remoting.
 *
 * @param type of .NET that the object is made of again, or empty text for a bag of
 * properties
 * @param properties by name; text, truth, numbers, bytes, {@link Instant}, lists or null
 */
public record CmdletObject(String type, Map<String, Object> properties) {

	private static final String CERTIFICATE = "System.Security.Cryptography.X509Certificates.X509Certificate2";

	public CmdletObject(Map<String, Object> properties) {
		this("", properties);
	}

	/**
	 * A certificate that remoting made again from its bytes, without Exchange's types.
	 */
	static CmdletObject certificate(Object... namesAndValues) {
		return new CmdletObject(CERTIFICATE, of(namesAndValues).properties());
	}

	public static CmdletObject of(Object... namesAndValues) {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (int index = 0; index < namesAndValues.length; index += 2) {
			properties.put((String) namesAndValues[index], namesAndValues[index + 1]);
		}
		return new CmdletObject(properties);
	}

	public Object value(String name) {
		return this.properties.get(name);
	}

	public String text(String name) {
		Object value = this.properties.get(name);
		return switch (value) {
			case null -> "";
			case Boolean truth -> truth ? "True" : "False";
			default -> value.toString();
		};
	}

}
