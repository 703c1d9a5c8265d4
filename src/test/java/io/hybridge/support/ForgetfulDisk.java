package io.hybridge.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk for H2 ({@code jdbc:h2:file:forgetful:...}) that a loss of power finds as it was
 * when H2 forced it last: nothing that was only written is left.
 */
public final class ForgetfulDisk extends FilePathWrapper {

	public static final String SCHEME = "forgetful";

	private static final String FORCED = ".forced";

	public static void insert() {
		FilePath.register(new ForgetfulDisk());
	}

	/**
	 * The power goes.
	 * @param database file of a database, without {@code .mv.db}
	 * @param into folder for what is left of it
	 */
	public static void afterPowerLoss(Path database, Path into) throws IOException {
		Path file = Path.of(database + ".mv.db");
		Path forced = Path.of(file + FORCED);
		if (Files.exists(forced)) {
			Files.copy(forced, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	@Override
	public String getScheme() {
		return SCHEME;
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new Channel(getBase().open(mode), Path.of(getBase().toString()));
	}

	private static final class Channel extends FileBaseDefault {

		private final FileChannel base;

		private final Path file;

		private Channel(FileChannel base, Path file) {
			this.base = base;
			this.file = file;
		}

		@Override
		public void force(boolean metaData) throws IOException {
			this.base.force(metaData);
			Files.copy(this.file, Path.of(this.file + FORCED), StandardCopyOption.REPLACE_EXISTING);
		}

		@Override
		public int read(ByteBuffer target, long position) throws IOException {
			return this.base.read(target, position);
		}

		@Override
		public int write(ByteBuffer source, long position) throws IOException {
			return this.base.write(source, position);
		}

		@Override
		public long size() throws IOException {
			return this.base.size();
		}

		@Override
		protected void implTruncate(long size) throws IOException {
			this.base.truncate(size);
		}

		@Override
		public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
			return this.base.tryLock(position, size, shared);
		}

		@Override
		protected void implCloseChannel() throws IOException {
			this.base.close();
		}

	}

}
