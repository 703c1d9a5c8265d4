package io.hybridge.security.secret;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the data folder before anything is opened in it: whichever of database, key and
 * lab came first would else make it as readable as the account's default allows. One that
 * is there and open to others is not used.
 */
@Component
class OwnerOnlyFolder implements BeanFactoryPostProcessor, EnvironmentAware {

	private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

	private Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		make(Path.of(this.environment.getRequiredProperty("hybridge.data")).toAbsolutePath().normalize());
	}

	static void make(Path folder) {
		try {
			Files.createDirectories(folder, ownerOnly());
			if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(folder))) {
				throw new OpenToOthers(folder);
			}
		}
		catch (IOException ex) {
			throw new NotMade(folder, ex);
		}
	}

	private static FileAttribute<?>[] ownerOnly() {
		return posix() ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(OWNER_ONLY) }
				: new FileAttribute<?>[0];
	}

	private static boolean posix() {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
	}

	/** Who else has an account on this machine could read the database, or the key. */
	static class OpenToOthers extends RuntimeException {

		private final transient Path folder;

		OpenToOthers(Path folder) {
			super("Others can read the folder " + folder);
			this.folder = folder;
		}

		Path folder() {
			return this.folder;
		}

	}

	/** There is something in the way, or this account may not write there. */
	static class NotMade extends RuntimeException {

		private final transient Path folder;

		NotMade(Path folder, IOException cause) {
			super("The folder " + folder + " cannot be made", cause);
			this.folder = folder;
		}

		Path folder() {
			return this.folder;
		}

	}

}
