package io.hybridge.database;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Makes a backup of the database, or puts one back:
 * {@code java -jar hybridge.jar backup [FILE] [--with-key]} and
 * {@code java -jar hybridge.jar restore FILE}.
 */
public final class BackupCommand {

	private static final String WITH_KEY = "with-key";

	private BackupCommand() {
	}

	public static boolean knows(String command) {
		return command.equals("backup") || command.equals("restore");
	}

	/**
	 * Does what was asked and says what came of it in a sentence.
	 * @param out where it is said
	 * @param args the command first
	 * @return 0, or 1 where nothing was done
	 */
	public static int run(PrintStream out, String... args) {
		try {
			out.println(answer(new SimpleCommandLinePropertySource(Arrays.copyOfRange(args, 1, args.length)), args[0]));
			return 0;
		}
		catch (DatabaseBackup.Refused ex) {
			out.println(ex.getMessage());
			return 1;
		}
	}

	private static String answer(SimpleCommandLinePropertySource given, String command) {
		StandardEnvironment settings = new StandardEnvironment();
		settings.getPropertySources().addFirst(given);
		if (settings.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
			throw new DatabaseBackup.Refused(
					"The database is a PostgreSQL: use pg_dump and pg_restore for it, and keep "
							+ "the file secret.key of the data folder apart from that.");
		}
		DatabaseBackup backup = new DatabaseBackup(Path.of(settings.getProperty("hybridge.data", "./data")));
		List<String> files = files(given);
		if (command.equals("restore")) {
			if (files.size() != 1) {
				throw new DatabaseBackup.Refused("Name the backup: java -jar hybridge.jar restore FILE");
			}
			return backup.restore(Path.of(files.getFirst()));
		}
		return backup.make(Path.of(files.isEmpty()
				? "hybridge-backup-" + LocalDate.now(Clock.systemDefaultZone()) + ".zip" : files.getFirst()),
				given.containsProperty(WITH_KEY));
	}

	private static List<String> files(SimpleCommandLinePropertySource given) {
		String files = given.getProperty("nonOptionArgs");
		return (files == null) ? List.of() : List.of(files);
	}

}
