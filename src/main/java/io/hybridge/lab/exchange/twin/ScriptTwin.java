package io.hybridge.lab.exchange.twin;

import java.util.Map;

import io.hybridge.lab.exchange.twin.part.ScriptExecution;

/** What a script of the catalogue does, in Java. */
public interface ScriptTwin {

	/**
	 * Does what the script does, cmdlet by cmdlet.
	 * @param execution with its arguments
	 * @return its answer
	 */
	Map<String, Object> run(ScriptExecution execution);

	/**
	 * Finds the twin by its name, so that a new script needs no list: that of
	 * {@code Set-AuthServer} is the type {@code SetAuthServer} beside this one.
	 * @param script name of a script of the catalogue
	 * @return its twin
	 */
	static ScriptTwin of(String script) {
		String name = ScriptTwin.class.getPackageName() + "." + script.replace("-", "");
		try {
			return (ScriptTwin) Class.forName(name).getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("The script " + script + " has no twin " + name, ex);
		}
	}

}
