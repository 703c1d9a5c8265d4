package io.hybridge.step.change.part;

import java.util.List;

/**
 * What will run for a change, as an administrator knows it. For display only; nothing
 * that is shown here ever runs.
 */
public sealed interface Command {

	/**
	 * A script of the catalogue, by the cmdlet that it comes to.
	 *
	 * @param script its name
	 * @param cmdlet for instance {@code Remove-AuthServer}
	 * @param parameters in order
	 */
	record Script(String script, String cmdlet, List<Parameter> parameters) implements Command {

		public Script {
			parameters = List.copyOf(parameters);
		}

		/** The line that an administrator would type. */
		public String line() {
			StringBuilder line = new StringBuilder(this.cmdlet);
			this.parameters.forEach((parameter) -> line.append(" -").append(parameter.written()));
			return line.toString();
		}

	}

	/**
	 * The request that sends the principal's keys back with one more or one less.
	 *
	 * @param kept how many keys stay as they are
	 * @param difference what is added or removed, with a sign before it
	 */
	record KeyRequest(int kept, String difference) implements Command {
	}

	/**
	 * One parameter of a cmdlet.
	 *
	 * @param name without the dash
	 * @param value its text, empty for a switch
	 */
	record Parameter(String name, String value) {

		private static final String BARE = "[A-Za-z0-9$][A-Za-z0-9.-]*|<[A-Za-z]+>";

		/** Bare where PowerShell needs no quotes, as in the article. */
		String written() {
			if (this.value.isEmpty()) {
				return this.name;
			}
			return this.name + ' '
					+ (this.value.matches(BARE) ? this.value : "'" + this.value.replace("'", "''") + "'");
		}

	}

	static Script script(String script, String cmdlet, Parameter... parameters) {
		return new Script(script, cmdlet, List.of(parameters));
	}

	static Parameter on(String name) {
		return new Parameter(name, "");
	}

	static Parameter with(String name, String value) {
		return new Parameter(name, value);
	}

}
