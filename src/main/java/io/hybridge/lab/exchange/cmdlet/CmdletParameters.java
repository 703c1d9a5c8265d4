package io.hybridge.lab.exchange.cmdlet;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one cmdlet call, after PowerShell has bound them.
 *
 * @param bound values by name: text, truth, numbers or lists of text
 */
record CmdletParameters(Map<String, Object> bound) {

	Optional<String> text(String name) {
		Object value = this.bound.get(name);
		return (value != null) ? Optional.of(value.toString()) : Optional.empty();
	}

	byte[] bytes(String name) {
		Object value = this.bound.get(name);
		return (value instanceof byte[] bytes) ? bytes : Base64.getDecoder().decode(text(name).orElse(""));
	}

	boolean flag(String name) {
		return Boolean.parseBoolean(text(name).orElse("false"));
	}

	List<String> texts(String name) {
		Object value = this.bound.get(name);
		return switch (value) {
			case null -> List.of();
			case List<?> several -> several.stream().map(Object::toString).toList();
			default -> Arrays.stream(value.toString().split(",")).map(String::trim).toList();
		};
	}

}
