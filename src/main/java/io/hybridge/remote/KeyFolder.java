package io.hybridge.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the operator of the console puts keys, for links and settings to name them.
 *
 * @param folder of the keys
 */
@Validated
@ConfigurationProperties("hybridge.keys")
public record KeyFolder(@NotNull Path folder) {

	private static final Set<PosixFilePermission> OWNER = Set.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

	/**
	 * Looks for a key. One that others on this machine may touch is no key.
	 * @param file its name
	 * @return its absolute path, or empty when there is no such file that we alone may
	 * read
	 */
	public Optional<Path> find(KeyFile file) {
		return Optional.of(this.folder.toAbsolutePath().normalize().resolve(file.name()))
			.filter((path) -> Files.isRegularFile(path) && Files.isReadable(path) && isOwners(path));
	}

	/** Where permissions are lists, as on Windows, those of the folder are the word. */
	private static boolean isOwners(Path path) {
		try {
			return !path.getFileSystem().supportedFileAttributeViews().contains("posix")
					|| OWNER.containsAll(Files.getPosixFilePermissions(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
