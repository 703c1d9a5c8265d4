package io.hybridge.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What a person brought from servers of an organization that the console cannot reach (or
 * not yet): a state to judge, and in which shapes it came.
 *
 * @param exchange what was read
 * @param shapes one per command, as the answering server's session gave it
 */
public record FirstLook(ExchangeState exchange, List<AnswerShape> shapes) {

	public FirstLook {
		shapes = List.copyOf(shapes);
	}

	public Optional<AnswerShape> shape(String command) {
		return this.shapes.stream().filter((shape) -> shape.command().equals(command)).findFirst();
	}

	/**
	 * In which shape a command's objects came through the session.
	 *
	 * @param command for instance {@code Get-ExchangeCertificate}
	 * @param count how many objects
	 * @param types of the first one, the most special first
	 * @param properties of all of them
	 * @param failure fully qualified error id, or empty when the command answered
	 */
	public record AnswerShape(String command, int count, List<String> types, List<ShapeProperty> properties,
			String failure) {

		public boolean failed() {
			return !this.failure.isEmpty();
		}

		public Optional<ShapeProperty> property(String name) {
			return this.properties.stream().filter((property) -> property.name().equals(name)).findFirst();
		}

	}

	/**
	 * A property that came.
	 *
	 * @param name of the property
	 * @param type of its first value, or empty when none has one
	 * @param values that were seen, only where they tell a state
	 */
	public record ShapeProperty(String name, String type, List<String> values) {
	}

}
