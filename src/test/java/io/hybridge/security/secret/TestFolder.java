package io.hybridge.security.secret;

import java.nio.file.Path;

/** The console's folder, for tests that have no application around them. */
public final class TestFolder {

	private TestFolder() {
	}

	public static ConsoleFolder at(Path folder) {
		return new ConsoleFolder(folder.toString());
	}

}
