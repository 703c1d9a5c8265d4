package io.hybridge.lab.exchange.winrm;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A command line that starts PowerShell with an encoded command, which is all that the
 * lab's servers start.
 */
final class WinRmCommandLine {

	private static final Set<String> FLAGS = Set.of("-noprofile", "-noninteractive", "-nologo", "-sta", "-mta");

	private static final Set<String> PAIRS = Set.of("-executionpolicy", "-outputformat", "-inputformat");

	private WinRmCommandLine() {
	}

	/**
	 * The text that PowerShell would run.
	 * @param line program and arguments
	 * @return the decoded command, or empty when it is no such line
	 */
	static Optional<String> encodedCommand(String line) {
		List<String> words = List.of(line.replace("\"", "").strip().split("\\s+"));
		String program = words.getFirst().toLowerCase(Locale.ROOT);
		if (!program.matches("(.*\\\\)?powershell(\\.exe)?")) {
			return Optional.empty();
		}
		int index = 1;
		while (index < words.size() - 2) {
			String word = words.get(index).toLowerCase(Locale.ROOT);
			if (!FLAGS.contains(word) && !PAIRS.contains(word)) {
				return Optional.empty();
			}
			index += PAIRS.contains(word) ? 2 : 1;
		}
		return (index == words.size() - 2 && isEncodedCommand(words.get(index))) ? decoded(words.getLast())
				: Optional.empty();
	}

	private static boolean isEncodedCommand(String word) {
		String option = word.toLowerCase(Locale.ROOT);
		return option.equals("-ec") || (option.length() > 1 && "-encodedcommand".startsWith(option));
	}

	private static Optional<String> decoded(String base64) {
		try {
			return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_16LE));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
