package io.hybridge.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder in which the lab keeps what must survive it: authority, passwords, faults
 * and the ledger. Only its owner can read it.
 *
 * @param path where it is
 */
public record LabFolder(Path path) {

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	/**
	 * Opens the folder, making it when it is not there.
	 * @param path where
	 * @return the folder
	 */
	public static LabFolder at(Path path) {
		try {
			Files.createDirectories(path, only("rwx------"));
			return new LabFolder(path.toAbsolutePath().normalize());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The lab's folder " + path + " cannot be made", ex);
		}
	}

	Path file(String name) {
		return this.path.resolve(name);
	}

	public Optional<String> read(String name) {
		try {
			Path file = file(name);
			return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes a file that only the owner can read, whole or not at all.
	 * @param name of the file
	 * @param text its content
	 */
	public void write(String name, String text) {
		try {
			Path fresh = Files.createTempFile(this.path, name, ".new", only("rw-------"));
			Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
			Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file " + file(name) + " cannot be written", ex);
		}
	}

	private static FileAttribute<?>[] only(String permissions) {
		return POSIX
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}
