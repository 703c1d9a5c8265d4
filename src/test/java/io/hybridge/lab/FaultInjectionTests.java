package io.hybridge.lab;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FaultInjectionTests {

	@TempDir
	private Path path;

	@Test
	void countsDownOverARestart() {
		open().inject("Set-AuthServer", Fault.LOSE_ANSWER, 2);
		assertThat(open().take("Set-AuthServer")).contains(Fault.LOSE_ANSWER);
		assertThat(open().take("Set-AuthServer")).contains(Fault.LOSE_ANSWER);
		assertThat(open().take("Set-AuthServer")).isEmpty();
		assertThat(open().injected()).isEmpty();
	}

	@Test
	void staysOnUntilItIsRemovedWhenAlwaysWasAsked() {
		FaultInjection faults = open();
		faults.inject("PATCH servicePrincipal", Fault.ASK_TO_WAIT, 0);
		assertThat(faults.take("PATCH servicePrincipal")).isPresent();
		assertThat(faults.take("PATCH servicePrincipal")).isPresent();
		assertThat(faults.take("Set-AuthServer")).isEmpty();
		faults.remove("PATCH servicePrincipal");
		assertThat(faults.take("PATCH servicePrincipal")).isEmpty();
	}

	private FaultInjection open() {
		return FaultInjection.in(LabFolder.at(this.path));
	}

}
