package io.hybridge.security.setup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.hybridge.security.secret.ConsoleFolder;
import io.hybridge.security.secret.OwnerOnlyFile;

/**
 * Proves that whoever sets the console up can read this server's files. It is made new at
 * every start of a console that is not set up, ends after 24 hours, and is gone once
 * used.
 */
@Component
class SetupCode {

	static final Duration LASTS = Duration.ofHours(24);

	private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

	private static final int GROUPS = 7;

	private static final int GROUP = 4;

	/** Blanks and hyphens included. */
	private static final int LONGEST = 100;

	private final OwnerOnlyFile file;

	private final Clock clock;

	private volatile Code current;

	SetupCode(ConsoleFolder folder, Clock clock) {
		this.file = folder.file("setup-code");
		this.clock = clock;
	}

	synchronized String make() {
		Code code = new Code(random(), UUID.randomUUID().toString(), this.clock.instant().plus(LASTS));
		this.file.replace((code.grouped() + "\n").getBytes(StandardCharsets.US_ASCII));
		this.current = code;
		return code.grouped();
	}

	/**
	 * Compares in a time that tells nothing of how much was right.
	 * @param typed what somebody entered
	 * @return the pass to go on with, or why not
	 */
	Answer compare(String typed) {
		Code code = this.current;
		if (code == null || !code.equalTo(typed)) {
			return new Answer.Wrong();
		}
		return code.endedAt(this.clock.instant()) ? new Answer.Ended() : new Answer.Right(code.pass());
	}

	/**
	 * Whether a pass given out by {@link #compare} still opens the door.
	 * @param pass of a session
	 */
	boolean honors(String pass) {
		Code code = this.current;
		return code != null && code.pass().equals(pass) && !code.endedAt(this.clock.instant());
	}

	synchronized void used() {
		this.current = null;
		this.file.delete();
	}

	Path path() {
		return this.file.path();
	}

	private static String random() {
		SecureRandom random = new SecureRandom();
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < GROUPS * GROUP; i++) {
			code.append(BASE32[random.nextInt(BASE32.length)]);
		}
		return code.toString();
	}

	/** What comparing a code can yield. */
	sealed interface Answer {

		/**
		 * The code was right.
		 *
		 * @param pass to be kept in the session instead of the code
		 */
		record Right(String pass) implements Answer {
		}

		/** No code of this console. */
		record Wrong() implements Answer {
		}

		/** It was right, too long ago. */
		record Ended() implements Answer {
		}

	}

	private record Code(String value, String pass, Instant ends) {

		boolean equalTo(String typed) {
			if (typed.length() > LONGEST) {
				return false;
			}
			String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
			return MessageDigest.isEqual(this.value.getBytes(StandardCharsets.UTF_8),
					plain.getBytes(StandardCharsets.UTF_8));
		}

		boolean endedAt(Instant now) {
			return !now.isBefore(this.ends);
		}

		String grouped() {
			return String.join("-", this.value.split("(?<=\\G.{" + GROUP + "})"));
		}

		@Override
		public String toString() {
			return "Setup code until " + this.ends;
		}

	}

}
