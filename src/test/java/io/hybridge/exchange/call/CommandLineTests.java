package io.hybridge.exchange.call;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTests {

	/** What cmd.exe takes, less what Windows writes before it. */
	private static final int LONGEST = 8_191 - "%SystemRoot%\\system32\\cmd.exe /C \"\"".length();

	@Test
	void isShortEnoughForTheShellOfWindows() {
		assertThat(PowerShellCommand.PROGRAM + " " + PowerShellCommand.argumentLine()).hasSizeLessThan(LONGEST);
	}

}
