package io.hybridge.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Closes the console's folder to everybody but its owner before anything is opened in it:
 * the database would otherwise create it readable for all.
 */
class PrivateFolder implements ApplicationListener<ApplicationPreparedEvent> {

	private static final Logger log = LoggerFactory.getLogger(PrivateFolder.class);

	private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

	@Override
	public void onApplicationEvent(ApplicationPreparedEvent event) {
		String folder = event.getApplicationContext().getEnvironment().getProperty("hybridge.data");
		if (folder != null) {
			close(Path.of(folder).toAbsolutePath().normalize());
		}
	}

	static void close(Path folder) {
		try {
			Files.createDirectories(folder);
			PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
			if (view != null && !view.readAttributes().permissions().equals(OWNER_ONLY)) {
				view.setPermissions(OWNER_ONLY);
			}
		}
		catch (java.nio.file.FileSystemException ex) {
			log.warn("{} cannot be closed to others: {}", folder, ex.getMessage());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
