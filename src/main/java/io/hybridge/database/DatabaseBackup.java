package io.hybridge.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A backup of H2's database: an archive with the database file, and with the key of the
 * secrets only where that was asked for. Nothing that exists is ever overwritten, and a
 * backup counts only once it was opened.
 */
final class DatabaseBackup {

	private static final String DATABASE = "hybridge.mv.db";

	private static final String KEY = "secret.key";

	private static final int IN_USE = 90020;

	private final Path data;

	DatabaseBackup(Path data) {
		this.data = data.toAbsolutePath().normalize();
		if (this.data.toString().contains(";")) {
			throw new Refused("The data folder has a semicolon in its name, which H2 cannot open.");
		}
	}

	String make(Path archive, boolean withKey) {
		if (!Files.exists(this.data.resolve(DATABASE))) {
			throw new Refused("There is no database in " + this.data + ".");
		}
		if (withKey && !Files.exists(this.data.resolve(KEY))) {
			throw new Refused("There is no key in " + this.data + ".");
		}
		requireFree(archive);
		try {
			Path half = temporary(archive.toAbsolutePath().getParent(), ".zip");
			try {
				Files.delete(half);
				backUp(half);
				create(archive);
				pack(half, archive, withKey);
				prove(archive);
			}
			finally {
				Files.deleteIfExists(half);
			}
		}
		catch (IOException ex) {
			throw new Refused("The backup could not be written: " + ex);
		}
		return "The backup is " + archive.toAbsolutePath() + ", and was opened. "
				+ (withKey ? "It holds the key of the secrets: whoever has it can read every stored password."
						: "The key of the secrets is not in it: keep a copy of " + this.data.resolve(KEY)
								+ " in another place.");
	}

	String restore(Path archive) {
		Path database = this.data.resolve(DATABASE);
		requireFree(database);
		try (ZipFile zip = new ZipFile(archive.toFile())) {
			ZipEntry key = zip.getEntry(KEY);
			if (key != null) {
				requireFree(this.data.resolve(KEY));
			}
			Files.createDirectories(this.data, ownerOnly("rwx------"));
			Path half = temporary(this.data, ".mv.db");
			try {
				take(zip, zip.getEntry(DATABASE), half);
				read(half);
				Files.createLink(database, half);
			}
			finally {
				Files.deleteIfExists(half);
			}
			if (key != null) {
				create(this.data.resolve(KEY));
				take(zip, key, this.data.resolve(KEY));
			}
		}
		catch (IOException | SQLException ex) {
			throw new Refused("The backup cannot be used, and nothing was changed: " + ex.getMessage());
		}
		return "The database is back in " + this.data + ". "
				+ (Files.exists(this.data.resolve(KEY)) ? "Start the console; it says whether the key fits."
						: "Before the console is started, put the file secret.key of the same console beside it.");
	}

	private void backUp(Path half) {
		try (Connection connection = open(this.data.resolve(DATABASE), "");
				PreparedStatement backup = connection.prepareStatement("backup to ?")) {
			backup.setString(1, half.toString());
			backup.execute();
		}
		catch (SQLException ex) {
			throw new Refused((ex.getErrorCode() == IN_USE)
					? "The console is running on this database. Stop it, then make the backup."
					: "The database cannot be opened, so there is nothing to back up: " + ex.getMessage());
		}
	}

	private void pack(Path half, Path archive, boolean withKey) throws IOException {
		try (ZipFile zip = new ZipFile(half.toFile());
				ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
			out.putNextEntry(new ZipEntry(DATABASE));
			try (InputStream in = zip.getInputStream(zip.getEntry(DATABASE))) {
				in.transferTo(out);
			}
			if (withKey) {
				out.putNextEntry(new ZipEntry(KEY));
				Files.copy(this.data.resolve(KEY), out);
			}
		}
	}

	private static void prove(Path archive) throws IOException {
		Path copy = temporary(archive.toAbsolutePath().getParent(), ".mv.db");
		try (ZipFile zip = new ZipFile(archive.toFile())) {
			take(zip, zip.getEntry(DATABASE), copy);
			read(copy);
		}
		catch (SQLException ex) {
			Files.delete(archive);
			throw new Refused("The backup could not be opened and was thrown away: " + ex.getMessage());
		}
		finally {
			Files.deleteIfExists(copy);
		}
	}

	private static void take(ZipFile zip, ZipEntry entry, Path to) throws IOException {
		if (entry == null) {
			throw new IOException("there is no " + DATABASE + " in it");
		}
		try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(to)) {
			in.transferTo(out);
		}
	}

	private static void read(Path database) throws SQLException {
		try (Connection connection = open(database, ";ACCESS_MODE_DATA=r");
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select count(*) from flyway_schema_history")) {
			rows.next();
		}
	}

	private static Connection open(Path database, String more) throws SQLException {
		String name = database.toString().replaceAll("\\.mv\\.db$", "");
		return DriverManager.getConnection("jdbc:h2:file:" + name
				+ ";IFEXISTS=TRUE;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE" + more, "",
				"");
	}

	private static void requireFree(Path file) {
		if (Files.exists(file)) {
			throw new Refused(file.toAbsolutePath() + " exists, and is not overwritten. Move it away first.");
		}
	}

	private static void create(Path file) throws IOException {
		Files.createFile(file, ownerOnly("rw-------"));
	}

	private static Path temporary(Path folder, String end) throws IOException {
		return Files.createTempFile(folder, "half", end, ownerOnly("rw-------"));
	}

	private static FileAttribute<?>[] ownerOnly(String rights) {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)) }
				: new FileAttribute<?>[0];
	}

	/** Why nothing was done, in a sentence. */
	static final class Refused extends RuntimeException {

		Refused(String message) {
			super(message);
		}

	}

}
