package io.hybridge.exchange.call;

import java.nio.charset.StandardCharsets;

import io.hybridge.exchange.powershell.ScriptAnswer;

/**
 * What a process printed.
 *
 * @param output standard output
 * @param errors standard error, as a person reads it
 * @param exitCode of the process; never used to decide whether a script ran
 */
public record Printed(String output, String errors, long exitCode) {

	/** More than any answer has; whoever prints more is ended. */
	public static final int MOST = 1 << 20;

	private static final int EVIDENCE = 1000;

	/**
	 * Reads what a process printed.
	 * @param output bytes of its standard output
	 * @param errors bytes of its standard error
	 */
	public static Printed of(byte[] output, byte[] errors, long exitCode) {
		return new Printed(new String(output, StandardCharsets.UTF_8), ErrorStream.read(errors), exitCode);
	}

	/**
	 * The script's answer in it.
	 * @param progress of the call
	 * @throws io.hybridge.remote.RemoteFailure when there is none
	 */
	public ScriptAnswer answer(CallProgress progress) {
		return ScriptAnswer.in(this.output, this.errors)
			.orElseThrow(() -> progress.failure("exchange.no-result", evidence()).provedOver());
	}

	/** The beginning of it, for people. */
	public String evidence() {
		String words = ("exit code " + this.exitCode + ": " + this.errors + " " + this.output).strip();
		return words.substring(0, Math.min(EVIDENCE, words.length()));
	}

}
