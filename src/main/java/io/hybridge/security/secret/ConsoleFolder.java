package io.hybridge.security.secret;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder in which the console keeps what only its owner may read. */
@Component
public class ConsoleFolder {

	private final Path folder;

	ConsoleFolder(@Value("${hybridge.data}") String folder) {
		this.folder = Path.of(folder).toAbsolutePath().normalize();
	}

	public OwnerOnlyFile file(String name) {
		return new OwnerOnlyFile(this.folder.resolve(name));
	}

}
