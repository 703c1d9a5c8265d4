package io.hybridge.architecture;

import io.hybridge.HybridgeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class ModuleTests {

	@Test
	void modulesUseOnlyWhatTheyDeclare() {
		ApplicationModules.of(HybridgeApplication.class).verify();
	}

}
