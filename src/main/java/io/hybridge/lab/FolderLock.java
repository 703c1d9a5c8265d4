package io.hybridge.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Keeps a second lab out of a folder that a running one writes to. */
public final class FolderLock implements AutoCloseable {

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	public static FolderLock on(LabFolder folder) {
		try {
			FileChannel channel = FileChannel.open(folder.file("lab.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!locked(channel)) {
				channel.close();
				throw new LabNotStarted("Another lab is using the folder " + folder.path()
						+ ". End it, or give this one another folder with hybridge.lab.folder.");
			}
			return new FolderLock(channel);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	private static boolean locked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

}
