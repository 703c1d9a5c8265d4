package io.hybridge.security.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that only the account the console runs as may read. It is born that way: there
 * is no moment at which others could open it.
 *
 * @param path where it is
 */
public record OwnerOnlyFile(Path path) {

	private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

	private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

	public boolean exists() {
		return Files.exists(this.path);
	}

	/** Replaces the content at once: whoever reads sees the former one or this. */
	public void replace(byte[] content) {
		OwnerOnlyFile next = new OwnerOnlyFile(this.path.resolveSibling(this.path.getFileName() + ".new"));
		next.delete();
		next.create(content);
		try {
			Files.move(next.path, this.path, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void create(byte[] content) {
		try {
			Files.createDirectories(this.path.toAbsolutePath().getParent(), attributes(FOLDER));
			Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			try (SeekableByteChannel channel = Files.newByteChannel(this.path, options, attributes(OWNER_ONLY))) {
				channel.write(ByteBuffer.wrap(content));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public byte[] read() {
		try {
			if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(this.path))) {
				throw new OpenToOthers(this.path);
			}
			return Files.readAllBytes(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void delete() {
		try {
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
		return posix() ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(permissions) }
				: new FileAttribute<?>[0];
	}

	private boolean posix() {
		return this.path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	/** Others can read the file, so what is in it is no secret any more. */
	static class OpenToOthers extends RuntimeException {

		private final transient Path path;

		OpenToOthers(Path path) {
			super("Others can read " + path);
			this.path = path;
		}

		Path path() {
			return this.path;
		}

	}

}
