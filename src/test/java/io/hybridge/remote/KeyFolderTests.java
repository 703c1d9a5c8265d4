package io.hybridge.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyFolderTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "rw-------", "r--------" })
	void findsAKeyOfItsOwn(String permissions) throws IOException {
		Path key = key(permissions);
		assertThat(new KeyFolder(this.folder).find(new KeyFile("ex1.key"))).contains(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r--r--", "rw-r-----", "rw----r--", "rw--w----" })
	void findsNoKeyThatOthersMayTouch(String permissions) throws IOException {
		key(permissions);
		assertThat(new KeyFolder(this.folder).find(new KeyFile("ex1.key"))).isEmpty();
	}

	@Test
	void findsNothingElse() throws IOException {
		Files.createDirectory(this.folder.resolve("folder"));
		assertThat(new KeyFolder(this.folder).find(new KeyFile("folder"))).isEmpty();
		assertThat(new KeyFolder(this.folder).find(new KeyFile("missing"))).isEmpty();
		assertThat(new KeyFolder(this.folder.resolve("missing")).find(new KeyFile("ex1.key"))).isEmpty();
	}

	private Path key(String permissions) throws IOException {
		Path key = Files.createFile(this.folder.resolve("ex1.key"));
		return Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions)).toAbsolutePath();
	}

}
